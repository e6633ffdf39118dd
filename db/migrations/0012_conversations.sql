CREATE TABLE `comment_drafts` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`parent_id` integer,
	`comment_id` integer,
	`body` text NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`parent_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `comment_drafts_age` ON `comment_drafts` (`created_at`);--> statement-breakpoint
CREATE TABLE `comment_likes` (
	`comment_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	PRIMARY KEY(`comment_id`, `person_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `comment_likes_person` ON `comment_likes` (`person_id`);--> statement-breakpoint
CREATE TABLE `comment_reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comment_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`person_id` integer,
	`is_illegal` integer DEFAULT false NOT NULL,
	`reason` text NOT NULL,
	`details` text DEFAULT '' NOT NULL,
	`decided_at` integer,
	`decided_by` integer,
	`outcome` text,
	`answer` text DEFAULT '' NOT NULL,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comment_reports_once` ON `comment_reports` (`comment_id`,`person_id`,`is_illegal`,`revision`);--> statement-breakpoint
CREATE INDEX `comment_reports_open` ON `comment_reports` (`is_illegal`,`decided_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `comment_reports_person` ON `comment_reports` (`person_id`);--> statement-breakpoint
CREATE TABLE `comment_texts` (
	`comment_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`body` text NOT NULL,
	`verdict` text,
	`replaced_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	PRIMARY KEY(`comment_id`, `revision`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`comments` integer DEFAULT 0 NOT NULL,
	`threads` integer DEFAULT 0 NOT NULL,
	`picks` integer DEFAULT 0 NOT NULL,
	`pending` integer DEFAULT 0 NOT NULL,
	`arrivals` integer DEFAULT 0 NOT NULL,
	`told` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `mutes` (
	`person_id` integer NOT NULL,
	`muted_id` integer NOT NULL,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	PRIMARY KEY(`person_id`, `muted_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`muted_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mutes_muted` ON `mutes` (`muted_id`);--> statement-breakpoint
CREATE TABLE `thread_follows` (
	`thread_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	PRIMARY KEY(`thread_id`, `person_id`),
	FOREIGN KEY (`thread_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `thread_follows_person` ON `thread_follows` (`person_id`);--> statement-breakpoint
DROP INDEX `comments_thread`;--> statement-breakpoint
ALTER TABLE `comments` ADD `depth` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `listed_as` text;--> statement-breakpoint
ALTER TABLE `comments` ADD `replies` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `thread_replies` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `open_reports` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `verdict` text;--> statement-breakpoint
ALTER TABLE `comments` ADD `picked_by` integer REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `comments` ADD `approved_at` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `appeal` text;--> statement-breakpoint
ALTER TABLE `comments` ADD `appealed_at` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `appeal_decided_at` integer;--> statement-breakpoint
CREATE INDEX `comments_listed` ON `comments` (`article_id`,`listed_as`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_liked` ON `comments` (`article_id`,`listed_as`,`likes`,`created_at`);--> statement-breakpoint
CREATE INDEX `comments_picked` ON `comments` (`article_id`,`picked_at`);--> statement-breakpoint
CREATE INDEX `comments_parent` ON `comments` (`parent_id`);--> statement-breakpoint
CREATE INDEX `comments_reported` ON `comments` (`open_reports`);--> statement-breakpoint
CREATE INDEX `comments_appealed` ON `comments` (`appealed_at`);--> statement-breakpoint
CREATE INDEX `comments_thread` ON `comments` (`thread_id`,`listed_as`,`created_at`,`id`);