CREATE TABLE `deletions` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`comments` text NOT NULL,
	`asked_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`due_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `deletions_due` ON `deletions` (`due_at`);--> statement-breakpoint
CREATE TABLE `personal_exports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`file` text NOT NULL,
	`size` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`asked_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`claimed_at` integer,
	`ready_at` integer,
	`given_up_at` integer,
	`expires_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `personal_exports_person` ON `personal_exports` (`person_id`);--> statement-breakpoint
CREATE INDEX `personal_exports_ready` ON `personal_exports` (`ready_at`);