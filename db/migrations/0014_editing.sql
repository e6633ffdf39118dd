CREATE TABLE `article_locks` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `article_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`block_id` text DEFAULT '' NOT NULL,
	`quote` text DEFAULT '' NOT NULL,
	`body` text NOT NULL,
	`person_id` integer,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`resolved_at` integer,
	`resolved_by` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`resolved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `article_notes_article` ON `article_notes` (`article_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `article_saves` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`person_id` integer,
	`revision` integer NOT NULL,
	`at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `article_saves_at` ON `article_saves` (`at`);--> statement-breakpoint
CREATE INDEX `article_saves_article` ON `article_saves` (`article_id`);--> statement-breakpoint
DROP INDEX `articles_assignee`;--> statement-breakpoint
ALTER TABLE `articles` ADD `seo_title` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `seo_description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `social_headline` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `legal_wanted_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `picture_wanted_at` integer;--> statement-breakpoint
CREATE INDEX `articles_saved` ON `articles` (`saved_at`);--> statement-breakpoint
CREATE INDEX `articles_state_saved` ON `articles` (`state`,`saved_at`);--> statement-breakpoint
CREATE INDEX `articles_section_saved` ON `articles` (`section_id`,`saved_at`);--> statement-breakpoint
CREATE INDEX `articles_deadline` ON `articles` (`deadline_at`);--> statement-breakpoint
CREATE INDEX `articles_legal` ON `articles` (`legal_wanted_at`);--> statement-breakpoint
CREATE INDEX `articles_picture` ON `articles` (`picture_wanted_at`);--> statement-breakpoint
CREATE INDEX `articles_assignee` ON `articles` (`assignee_id`,`saved_at`);--> statement-breakpoint
ALTER TABLE `revisions` ADD `kept_at` integer;--> statement-breakpoint
ALTER TABLE `revisions` ADD `kept_by` integer REFERENCES people(id);