CREATE TABLE `mails` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`content` text,
	`token` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`expires_at` integer,
	`claimed_at` integer,
	`sent_at` integer,
	`given_up_at` integer,
	`failure` text,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`sent_at`,`given_up_at`,`due_at`);--> statement-breakpoint
CREATE INDEX `mails_recipient` ON `mails` (`recipient`);