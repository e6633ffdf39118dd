CREATE TABLE `comment_claims` (
	`comment_id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`session_id` text,
	`since` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`until` integer NOT NULL,
	`renewed_at` integer,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `comment_claims_person` ON `comment_claims` (`person_id`);--> statement-breakpoint
CREATE INDEX `comment_claims_session` ON `comment_claims` (`session_id`);--> statement-breakpoint
CREATE INDEX `comments_decided` ON `comments` (`state`,`decided_at`) WHERE "comments"."deleted_at" is null;