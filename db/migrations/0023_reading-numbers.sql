CREATE TABLE `daily_readers` (
	`day` integer PRIMARY KEY NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `read_depths` (
	`article_id` integer NOT NULL,
	`day` integer NOT NULL,
	`opened` integer NOT NULL,
	`quarter` integer NOT NULL,
	`half` integer NOT NULL,
	`three_quarters` integer NOT NULL,
	`whole` integer NOT NULL,
	PRIMARY KEY(`article_id`, `day`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `read_depths_day` ON `read_depths` (`day`);--> statement-breakpoint
CREATE TABLE `view_sources` (
	`article_id` integer NOT NULL,
	`day` integer NOT NULL,
	`source` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`article_id`, `day`, `source`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `view_sources_day` ON `view_sources` (`day`,`source`);