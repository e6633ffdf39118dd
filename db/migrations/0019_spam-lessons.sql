CREATE TABLE `spam_lessons` (
	`comment_id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`is_spam` integer NOT NULL,
	`words` text NOT NULL,
	`learned_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `spam_tallies` (
	`word` text PRIMARY KEY NOT NULL,
	`spam` integer DEFAULT 0 NOT NULL,
	`kept` integer DEFAULT 0 NOT NULL
);
