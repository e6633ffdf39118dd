-- Headlines of every article, drafts and all, for the newsroom's own list. Readers search another index.
CREATE VIRTUAL TABLE `desk_headlines` USING fts5(headline, kicker, slug, tokenize="unicode61 remove_diacritics 2", prefix='2 3');
--> statement-breakpoint
INSERT INTO desk_headlines(rowid, headline, kicker, slug) SELECT id, headline, kicker, slug FROM articles;
--> statement-breakpoint
CREATE TRIGGER `desk_headlines_add` AFTER INSERT ON `articles` BEGIN
  INSERT INTO desk_headlines(rowid, headline, kicker, slug) VALUES (new.id, new.headline, new.kicker, new.slug);
END;
--> statement-breakpoint
CREATE TRIGGER `desk_headlines_change` AFTER UPDATE OF `headline`, `kicker`, `slug` ON `articles`
WHEN old.headline <> new.headline OR old.kicker <> new.kicker OR old.slug <> new.slug BEGIN
  UPDATE desk_headlines SET headline = new.headline, kicker = new.kicker, slug = new.slug WHERE rowid = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `desk_headlines_forget` AFTER DELETE ON `articles` BEGIN
  DELETE FROM desk_headlines WHERE rowid = old.id;
END;
