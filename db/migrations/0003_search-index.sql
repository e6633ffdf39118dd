-- The words come folded and parted by spaces (lib/search/search-terms.ts), so that the plainest tokenizer suffices.
CREATE VIRTUAL TABLE `search_index` USING fts5(headline, standfirst, body, tags, bylines, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `search_index_forget` AFTER DELETE ON `articles` BEGIN
  DELETE FROM search_index WHERE rowid = old.id;
END;
--> statement-breakpoint
-- What a search asks of every article that it finds, without going through its text.
CREATE INDEX `articles_visibility` ON `articles` (`id`,`state`,`published_at`,`embargo_until`,`take_down_at`,`binned_at`,`section_id`);
