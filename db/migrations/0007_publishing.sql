CREATE TABLE `versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`content_hash` text NOT NULL,
	`previous_hash` text DEFAULT '' NOT NULL,
	`hash` text NOT NULL,
	`person_id` integer,
	`at` integer NOT NULL,
	`visible_from` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_number` ON `versions` (`article_id`,`number`);--> statement-breakpoint
CREATE TABLE `working_copies` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`input` text NOT NULL,
	`person_id` integer,
	`saved_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
ALTER TABLE `articles` ADD `begun_by` integer REFERENCES people(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `articles` ADD `assignee_id` integer REFERENCES people(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `articles` ADD `deadline_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `waiver` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `articles_assignee` ON `articles` (`assignee_id`);--> statement-breakpoint
CREATE INDEX `articles_begun_by` ON `articles` (`begun_by`);