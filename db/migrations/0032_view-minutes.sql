CREATE TABLE `view_minutes` (
	`article_id` integer NOT NULL,
	`minute` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`article_id`, `minute`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `view_minutes_minute` ON `view_minutes` (`minute`);