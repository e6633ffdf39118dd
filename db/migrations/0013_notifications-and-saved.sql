CREATE TABLE `announcements` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `announcements_done` ON `announcements` (`done_at`);--> statement-breakpoint
CREATE TABLE `notification_choices` (
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`mail` text NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`comment_id` integer,
	`article_id` integer,
	`note` text DEFAULT '' NOT NULL,
	`mail_at` integer,
	`read_at` integer,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_about` ON `notifications` (`person_id`,`about`);--> statement-breakpoint
CREATE INDEX `notifications_newest` ON `notifications` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notifications_mail` ON `notifications` (`mail_at`);--> statement-breakpoint
CREATE INDEX `notifications_comment` ON `notifications` (`comment_id`);--> statement-breakpoint
CREATE INDEX `notifications_article` ON `notifications` (`article_id`);--> statement-breakpoint
CREATE TABLE `follows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`tag_id` integer,
	`author_id` integer,
	`section_id` integer,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follows_tag` ON `follows` (`person_id`,`tag_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `follows_author` ON `follows` (`person_id`,`author_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `follows_section` ON `follows` (`person_id`,`section_id`);--> statement-breakpoint
CREATE INDEX `follows_of_tag` ON `follows` (`tag_id`);--> statement-breakpoint
CREATE INDEX `follows_of_author` ON `follows` (`author_id`);--> statement-breakpoint
CREATE INDEX `follows_of_section` ON `follows` (`section_id`);--> statement-breakpoint
CREATE TABLE `saved_articles` (
	`person_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	`saved_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	PRIMARY KEY(`person_id`, `article_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_articles_article` ON `saved_articles` (`article_id`);