/// The tables that later migrations add to those of the first.
extension ArchiveSchema {
  /// Posts that readers hide, until which day, and the status that they have otherwise.
  static let restrictions = """
    CREATE TABLE restrictions(
      post INTEGER PRIMARY KEY REFERENCES posts ON DELETE CASCADE,
      until TEXT NOT NULL,
      status TEXT NOT NULL
    );
    """

  /// Codebooks as they were applied: their text is what `topics export` gives back.
  static let codebooks = """
    CREATE TABLE codebooks(
      title TEXT PRIMARY KEY,
      yaml TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  /// Topics of the codebook and those that were found; `details` is JSON.
  static let topics = """
    CREATE TABLE topics(
      id TEXT PRIMARY KEY,
      ordinal INTEGER NOT NULL,
      origin TEXT NOT NULL,
      details TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX annotationsByTopic ON annotations(topic);
    CREATE INDEX annotationsByOrigin ON annotations(origin);
    """

  /// Names in texts as they were read, and what is made of them anew at any time.
  static let names = """
    CREATE TABLE names(
      post INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      isFirst INTEGER NOT NULL,
      isMarked INTEGER NOT NULL,
      PRIMARY KEY(post, ordinal)
    ) WITHOUT ROWID;
    DROP TABLE authorForms;
    CREATE TABLE authorForms(
      name TEXT NOT NULL,
      address TEXT NOT NULL,
      url TEXT NOT NULL,
      venue TEXT NOT NULL,
      id TEXT NOT NULL,
      person TEXT NOT NULL,
      PRIMARY KEY(name, address, url, venue)
    ) WITHOUT ROWID;
    CREATE INDEX authorFormsByID ON authorForms(id);
    CREATE TABLE addressees(
      post INTEGER PRIMARY KEY REFERENCES posts ON DELETE CASCADE,
      name TEXT NOT NULL,
      person TEXT,
      shown TEXT,
      basis TEXT NOT NULL,
      confidence REAL NOT NULL,
      start INTEGER,
      end INTEGER
    );
    CREATE INDEX addresseesByPerson ON addressees(person);
    CREATE TABLE forks(
      post INTEGER PRIMARY KEY REFERENCES posts ON DELETE CASCADE,
      origin INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
      evidence TEXT NOT NULL,
      confidence REAL NOT NULL,
      detail TEXT NOT NULL
    );
    CREATE INDEX forksByOrigin ON forks(origin);
    """

  /// Samples of words with the addresses in them, and the posts that they show to belong together.
  static let related = """
    CREATE TABLE sketches(
      post INTEGER PRIMARY KEY REFERENCES posts ON DELETE CASCADE,
      copy INTEGER,
      byteCount INTEGER NOT NULL,
      samples BLOB NOT NULL,
      links TEXT
    );
    CREATE TABLE related(
      post INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
      origin INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
      evidence TEXT NOT NULL,
      confidence REAL NOT NULL,
      detail TEXT NOT NULL,
      start INTEGER,
      end INTEGER,
      wordCount INTEGER NOT NULL,
      PRIMARY KEY(post, origin, evidence)
    ) WITHOUT ROWID;
    CREATE INDEX relatedByOrigin ON related(origin);
    """

  /// A post that was joined of several wordings has a row for each of them, and its copies say which they show.
  static let wordings = """
    CREATE TABLE wordings(
      id INTEGER PRIMARY KEY,
      post INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
      identity TEXT NOT NULL,
      digest BLOB NOT NULL,
      rule TEXT,
      likeness REAL,
      kind TEXT NOT NULL,
      messageID TEXT,
      authorName TEXT,
      authorAddress TEXT,
      instant INTEGER,
      offsetMinutes INTEGER,
      datePrecision TEXT,
      subject TEXT,
      permalink TEXT,
      UNIQUE(identity, digest)
    );
    CREATE INDEX wordingsByPost ON wordings(post);
    ALTER TABLE copies ADD COLUMN wording INTEGER REFERENCES wordings;
    CREATE INDEX copiesByWording ON copies(wording) WHERE wording IS NOT NULL;
    CREATE INDEX postsWithoutMessageID ON posts(instant) WHERE messageID IS NULL;
    """

  /// A venue that a reader put into another, and what the venues were called before readers said otherwise.
  static let venueDecisions = """
    ALTER TABLE venues ADD COLUMN mergedInto INTEGER REFERENCES venues;
    CREATE TABLE venuesBefore(venue INTEGER PRIMARY KEY REFERENCES venues, name TEXT NOT NULL);
    """

  /// What one command decided is one change; `about` tells decisions of one kind apart, `words` posts of one id.
  static let changes = """
    ALTER TABLE corrections ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE corrections ADD COLUMN about TEXT;
    ALTER TABLE corrections ADD COLUMN words TEXT;
    CREATE INDEX correctionsByKind ON corrections(kind);
    CREATE INDEX correctionsByChange ON corrections(change);
    """

  /// What the sources say of posts that a reader edited; it is put back before anything is written.
  static let showedBefore = """
    CREATE TABLE showedBefore(
      post INTEGER PRIMARY KEY REFERENCES posts ON DELETE CASCADE,
      kind TEXT NOT NULL,
      authorName TEXT,
      authorAddress TEXT,
      authorURL TEXT,
      person TEXT,
      instant INTEGER,
      offsetMinutes INTEGER,
      datePrecision TEXT,
      dateSource TEXT,
      dateAsWritten TEXT,
      subject TEXT
    );
    """

  /// The forms of words that share a stem, by the language of the posts they were seen in.
  ///
  /// Forms that are their own stem are left out. With the two indices hidden posts and the threads of posts are found without
  /// reading their rows.
  static let wordForms = """
    CREATE TABLE wordForms(
      language TEXT NOT NULL,
      stem TEXT NOT NULL,
      form TEXT NOT NULL,
      PRIMARY KEY(language, stem, form)
    ) WITHOUT ROWID;
    CREATE INDEX postsHidden ON posts(id) WHERE status <> 'published';
    CREATE INDEX placementsByPost ON placements(post, thread);
    """

  /// Suggestions that only a reader's word keeps, what was read to make suggestions, and the ways in which marks are looked for.
  static let marks = """
    ALTER TABLE annotations ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX annotationsByRole ON annotations(role, post) WHERE role IS NOT NULL;
    CREATE INDEX annotationsByStance ON annotations(stance, post) WHERE stance IS NOT NULL;
    CREATE INDEX annotationsDecided ON annotations(post)
      WHERE decision IS NOT NULL OR note IS NOT NULL OR kept OR origin GLOB 'person:*';
    CREATE TABLE readings(
      origin TEXT NOT NULL,
      post TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      PRIMARY KEY(origin, post)
    ) WITHOUT ROWID;
    """

  /// Marks are looked for by post, topic, role and stance; of an origin there are so many that an index of them only misleads.
  static let leanMarks = """
    DROP INDEX annotationsByOrigin;
    DROP INDEX annotationsByTopic;
    CREATE INDEX annotationsByTopic ON annotations(topic, post) WHERE topic IS NOT NULL;
    """

  /// The root of each post's thread once more, so that the threads of very many posts are counted without a look at each:
  /// 4 bytes for each row of `posts`, from row 0 on, the lowest first; 0 for none.
  static let threadMap = """
    CREATE TABLE threadMap(id INTEGER PRIMARY KEY CHECK(id = 0), roots BLOB NOT NULL);
    """

  /// The links that evidence drew among some posts, by a digest of all that they were drawn from.
  ///
  /// `textDigest` stands for the text and its blocks, so that they need not be read to tell whether they changed; NULL where
  /// it was not asked for yet.
  static let evidence = """
    ALTER TABLE posts ADD COLUMN textDigest INTEGER;
    ALTER TABLE sketches ADD COLUMN textDigest INTEGER;
    CREATE INDEX postsWithoutTextDigest ON posts(id) WHERE textDigest IS NULL AND kind <> 'missing';
    CREATE TABLE evidenceParts(
      id INTEGER PRIMARY KEY,
      digest BLOB NOT NULL UNIQUE,
      links BLOB NOT NULL
    );
    """

  /// What stood for each post when its thread was written last, which a later migration replaced, and which forks evidence
  /// drew.
  static let threadedFacts = """
    CREATE TABLE threadedFacts(piece INTEGER PRIMARY KEY, digests BLOB NOT NULL);
    ALTER TABLE forks ADD COLUMN isFound INTEGER NOT NULL DEFAULT 0;
    """

  /// What threading keeps of each post (``ThreadedPosts``), and how it is known what changed since (``ChangedPosts``).
  ///
  /// Nothing is noted when a row comes: a trigger would make SQLite open a savepoint for each.
  static let threadedPosts = """
    DROP TABLE threadedFacts;
    CREATE TABLE threadedPosts(piece INTEGER PRIMARY KEY, posts BLOB NOT NULL);
    CREATE TABLE threadedDecisions(post INTEGER PRIMARY KEY, digest INTEGER NOT NULL);
    ALTER TABLE authorForms ADD COLUMN posts INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE awaitedPosts(name TEXT PRIMARY KEY, post INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX statedRepliesByParentPlace ON statedReplies(parentPlace)
      WHERE parentPlace IS NOT NULL;
    CREATE INDEX postsWithPermalink ON posts(id) WHERE permalink IS NOT NULL;
    CREATE INDEX postsWithOtherName ON posts(id) WHERE name <> identity;
    CREATE INDEX sketchesWithLinks ON sketches(post) WHERE links IS NOT NULL;
    CREATE TABLE changedPosts(post INTEGER PRIMARY KEY);
    CREATE TABLE changedVenues(venue INTEGER PRIMARY KEY);
    CREATE TABLE threadedUpTo(
      id INTEGER PRIMARY KEY CHECK(id = 0),
      post INTEGER NOT NULL,
      copy INTEGER NOT NULL,
      statement INTEGER NOT NULL
    );
    INSERT INTO threadedUpTo VALUES(0, 0, 0, 0);
    CREATE TRIGGER postChanged AFTER UPDATE OF name, kind, traits, subject, authorName,
      authorAddress, authorURL, ordinal, permalink, textDigest, instant, bestCopy, person ON posts
    WHEN (OLD.name, OLD.kind, OLD.traits, OLD.subject, OLD.authorName, OLD.authorAddress,
        OLD.authorURL, OLD.ordinal, OLD.permalink, OLD.textDigest, OLD.instant, OLD.bestCopy,
        OLD.person)
      IS NOT (NEW.name, NEW.kind, NEW.traits, NEW.subject, NEW.authorName, NEW.authorAddress,
        NEW.authorURL, NEW.ordinal, NEW.permalink, NEW.textDigest, NEW.instant, NEW.bestCopy,
        NEW.person)
    BEGIN
      INSERT OR IGNORE INTO changedPosts VALUES(NEW.id);
    END;
    CREATE TRIGGER postGone AFTER DELETE ON posts BEGIN
      INSERT OR IGNORE INTO changedPosts VALUES(OLD.id);
    END;
    CREATE TRIGGER copyChanged AFTER UPDATE OF post, place, pageInstant, pagePosition, inReplyTo,
      refs, venue ON copies
    WHEN (OLD.post, OLD.place, OLD.pageInstant, OLD.pagePosition, OLD.inReplyTo, OLD.refs, OLD.venue)
      IS NOT (NEW.post, NEW.place, NEW.pageInstant, NEW.pagePosition, NEW.inReplyTo, NEW.refs,
        NEW.venue)
    BEGIN
      INSERT OR IGNORE INTO changedPosts VALUES(OLD.post), (NEW.post);
    END;
    CREATE TRIGGER copyGone AFTER DELETE ON copies BEGIN
      INSERT OR IGNORE INTO changedPosts VALUES(OLD.post);
      UPDATE threadedUpTo SET copy = (SELECT coalesce(max(id), 0) FROM copies)
        WHERE copy > (SELECT coalesce(max(id), 0) FROM copies);
    END;
    CREATE TRIGGER statedReplyChanged AFTER UPDATE OF detail, start, end ON statedReplies BEGIN
      INSERT OR IGNORE INTO changedPosts
        SELECT post FROM copies WHERE id = OLD.childCopy OR place = OLD.childPlace;
      INSERT OR IGNORE INTO changedPosts SELECT id FROM posts WHERE name = OLD.childID;
    END;
    CREATE TRIGGER statedReplyGone AFTER DELETE ON statedReplies BEGIN
      INSERT OR IGNORE INTO changedPosts
        SELECT post FROM copies WHERE id = OLD.childCopy OR place = OLD.childPlace;
      INSERT OR IGNORE INTO changedPosts SELECT id FROM posts WHERE name = OLD.childID;
      UPDATE threadedUpTo SET statement = (SELECT coalesce(max(id), 0) FROM statedReplies)
        WHERE statement > (SELECT coalesce(max(id), 0) FROM statedReplies);
    END;
    CREATE TRIGGER venueMerged AFTER UPDATE OF mergedInto ON venues
    WHEN OLD.mergedInto IS NOT NEW.mergedInto BEGIN
      INSERT OR IGNORE INTO changedVenues VALUES(NEW.id);
    END;
    CREATE TRIGGER venueRenamed AFTER UPDATE OF slug ON venues WHEN OLD.slug <> NEW.slug BEGIN
      INSERT OR IGNORE INTO changedPosts SELECT post FROM copies WHERE venue = NEW.id;
    END;
    """
}
