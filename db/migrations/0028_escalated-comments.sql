CREATE TABLE `comment_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comment_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`decision` text NOT NULL,
	`told` text DEFAULT '' NOT NULL,
	`decided_by` integer,
	`at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`before` text,
	`undone_at` integer,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `comment_decisions_comment` ON `comment_decisions` (`comment_id`,`id`);--> statement-breakpoint
CREATE INDEX `comment_decisions_by` ON `comment_decisions` (`decided_by`);--> statement-breakpoint
ALTER TABLE `comments` ADD `escalated_at` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `escalated_by` integer REFERENCES people(id);--> statement-breakpoint
CREATE INDEX `comments_escalated` ON `comments` (`escalated_at`);