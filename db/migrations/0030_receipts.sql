CREATE TABLE `receipts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`action` text NOT NULL,
	`actor` text NOT NULL,
	`keys` text NOT NULL,
	`addresses` text NOT NULL,
	`made_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`fetched_at` integer,
	`milliseconds` integer DEFAULT 0 NOT NULL,
	`lines` text DEFAULT '[]' NOT NULL,
	`left_out` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `receipts_article` ON `receipts` (`article_id`,`id`);--> statement-breakpoint
CREATE INDEX `receipts_fetched` ON `receipts` (`fetched_at`);