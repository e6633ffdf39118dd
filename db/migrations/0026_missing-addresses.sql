CREATE TABLE `missing_addresses` (
	`path` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`count` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `missing_addresses_count` ON `missing_addresses` (`count`,`last_at`);