internal import GRDB

/// The tables of an archive.
///
/// Migrations are named and only ever added to.
///
/// Row ids are private to one file; whatever a reader decides is keyed by post id and exact text, so that it survives
/// any re-import. `posts` holds what is shown in lists, `texts` what is read, `placements` what threading made of it.
enum ArchiveSchema {
  /// Marks an SQLite file as an archive of ours: `Thrs` (SQLite `application_id`).
  static let applicationID = 0x5468_7273

  /// How many bytes of hash table FTS5 keeps before it writes a segment; the one setting that governs its speed.
  static let indexHashByteCount = 64 << 20

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: sources, posts, threads, index, corrections") { database in
      try database.execute(sql: sources)
      try database.execute(sql: posts)
      try database.execute(sql: threads)
      try database.execute(sql: people)
      try database.execute(sql: corrections)
      try database.execute(sql: index)
      try database.execute(
        sql: "INSERT INTO words(words, rank) VALUES('hashsize', ?)",
        arguments: [indexHashByteCount])
    }
    migrator.registerMigration("2: changes of corrections") { try $0.execute(sql: changes) }
    migrator.registerMigration("3: people, addressees, forks") { database in
      try database.execute(sql: names)
    }
    migrator.registerMigration("4: what edited posts showed") {
      try $0.execute(sql: showedBefore)
    }
    migrator.registerMigration("5: words split by us, forms of words") { database in
      try database.execute(sql: "DROP TABLE vocabulary; DROP TABLE words")
      try database.execute(sql: wordForms)
      try WordIndex.create(in: database)
    }
    migrator.registerMigration("6: wordings of joined posts") { try $0.execute(sql: wordings) }
    migrator.registerMigration("7: what readers say about venues") {
      try $0.execute(sql: venueDecisions)
    }
    migrator.registerMigration("8: topics") { try $0.execute(sql: topics) }
    migrator.registerMigration("9: related posts") { try $0.execute(sql: related) }
    migrator.registerMigration("marks: what readers decide about them, what was read") {
      try $0.execute(sql: marks)
    }
    migrator.registerMigration("codebooks as they were applied") {
      try $0.execute(sql: codebooks)
    }
    migrator.registerMigration("marks: no index by origin") { try $0.execute(sql: leanMarks) }
    migrator.registerMigration("threads of posts in one piece") { try $0.execute(sql: threadMap) }
    migrator.registerMigration("restrictions: posts that are hidden until a day") {
      try $0.execute(sql: restrictions)
    }
    migrator.registerMigration("links that evidence found") { try $0.execute(sql: evidence) }
    migrator.registerMigration("what threads were made of") {
      try $0.execute(sql: threadedFacts)
    }
    migrator.registerMigration("what threading keeps of each post, and what changed since") {
      try $0.execute(sql: threadedPosts)
    }
    return migrator
  }

  /// What was read, and what each byte of it became: a copy of a post or an extent.
  private static let sources = """
    CREATE TABLE sources(
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      location TEXT NOT NULL UNIQUE,
      options TEXT NOT NULL DEFAULT '',
      byteCount INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      inode INTEGER NOT NULL,
      digest BLOB,
      isComplete INTEGER NOT NULL DEFAULT 0,
      imported TEXT NOT NULL
    );
    CREATE TABLE venues(
      id INTEGER PRIMARY KEY,
      slug TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK(kind IN ('list', 'blog', 'forum', 'newsgroup')),
      link TEXT
    );
    CREATE TABLE members(
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      path TEXT NOT NULL,
      byteCount INTEGER,
      format TEXT,
      venueGroup TEXT,
      givenVenue INTEGER REFERENCES venues,
      fallbackVenue INTEGER REFERENCES venues,
      postCount INTEGER,
      UNIQUE(source, path)
    );
    CREATE INDEX membersByVenueGroup ON members(venueGroup);
    CREATE TABLE venueVotes(
      member INTEGER NOT NULL REFERENCES members ON DELETE CASCADE,
      origin INTEGER NOT NULL,
      venue INTEGER NOT NULL REFERENCES venues,
      count INTEGER NOT NULL,
      PRIMARY KEY(member, origin, venue)
    ) WITHOUT ROWID;
    CREATE TABLE originals(
      id INTEGER PRIMARY KEY,
      digest BLOB NOT NULL UNIQUE,
      byteCount INTEGER NOT NULL,
      frame BLOB NOT NULL
    );
    CREATE TABLE extents(
      member INTEGER NOT NULL REFERENCES members ON DELETE CASCADE,
      start INTEGER NOT NULL,
      end INTEGER NOT NULL CHECK(end >= start),
      kind TEXT NOT NULL,
      PRIMARY KEY(member, start, end)
    ) WITHOUT ROWID;
    CREATE TABLE findings(
      id INTEGER PRIMARY KEY,
      member INTEGER NOT NULL REFERENCES members ON DELETE CASCADE,
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      severity TEXT NOT NULL,
      code TEXT NOT NULL,
      message TEXT NOT NULL,
      hint TEXT,
      UNIQUE(member, start, end, code, message)
    );
    CREATE INDEX findingsByCode ON findings(code);
    """

  private static let posts = """
    CREATE TABLE posts(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      identity TEXT NOT NULL,
      wordsDigest BLOB,
      kind TEXT NOT NULL CHECK(kind IN ('message', 'article', 'comment', 'pingback', 'missing')),
      status TEXT NOT NULL DEFAULT 'published',
      messageID TEXT,
      authorName TEXT,
      authorAddress TEXT,
      authorURL TEXT,
      person TEXT,
      instant INTEGER,
      offsetMinutes INTEGER,
      datePrecision TEXT,
      dateSource TEXT,
      dateAsWritten TEXT,
      subject TEXT,
      language TEXT,
      permalink TEXT,
      ordinal INTEGER,
      attachments TEXT,
      traits INTEGER NOT NULL DEFAULT 0,
      bestCopy INTEGER
    );
    CREATE INDEX postsByIdentity ON posts(identity);
    CREATE INDEX postsByInstant ON posts(instant);
    CREATE INDEX postsByPerson ON posts(person);
    CREATE TABLE texts(
      post INTEGER PRIMARY KEY REFERENCES posts ON DELETE CASCADE,
      frame BLOB NOT NULL,
      blocks BLOB NOT NULL
    );
    CREATE TABLE copies(
      id INTEGER PRIMARY KEY,
      post INTEGER NOT NULL REFERENCES posts,
      member INTEGER NOT NULL REFERENCES members ON DELETE CASCADE,
      locator TEXT NOT NULL,
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      format TEXT NOT NULL,
      quality INTEGER NOT NULL,
      replacementCount INTEGER NOT NULL,
      original INTEGER NOT NULL REFERENCES originals,
      envelope BLOB,
      place TEXT,
      pageInstant INTEGER,
      pagePosition INTEGER NOT NULL,
      inReplyTo TEXT,
      refs TEXT,
      ownVenue INTEGER REFERENCES venues,
      listVenue INTEGER REFERENCES venues,
      venue INTEGER REFERENCES venues,
      UNIQUE(member, locator)
    );
    CREATE TABLE furtherVenues(
      copy INTEGER NOT NULL REFERENCES copies ON DELETE CASCADE,
      venue INTEGER NOT NULL REFERENCES venues,
      PRIMARY KEY(copy, venue)
    ) WITHOUT ROWID;
    CREATE INDEX copiesByPost ON copies(post);
    CREATE INDEX copiesByVenue ON copies(venue);
    CREATE INDEX copiesByPlace ON copies(place) WHERE place IS NOT NULL;
    CREATE INDEX copiesByOriginal ON copies(original);
    CREATE TABLE aliases(name TEXT PRIMARY KEY, post TEXT NOT NULL) WITHOUT ROWID;
    """

  private static let threads = """
    CREATE TABLE statedReplies(
      id INTEGER PRIMARY KEY,
      member INTEGER NOT NULL REFERENCES members ON DELETE CASCADE,
      childCopy INTEGER REFERENCES copies ON DELETE CASCADE,
      childID TEXT,
      childPlace TEXT,
      parentID TEXT,
      parentPlace TEXT,
      evidence TEXT NOT NULL,
      weight REAL NOT NULL,
      detail TEXT NOT NULL,
      start INTEGER,
      end INTEGER,
      confidence REAL NOT NULL
    );
    CREATE INDEX statedRepliesByMember ON statedReplies(member);
    CREATE INDEX statedRepliesByCopy ON statedReplies(childCopy);
    CREATE INDEX statedRepliesByPlace ON statedReplies(childPlace);
    CREATE INDEX statedRepliesByID ON statedReplies(childID);
    CREATE TABLE placements(
      rank INTEGER PRIMARY KEY,
      post INTEGER NOT NULL UNIQUE REFERENCES posts,
      thread INTEGER NOT NULL,
      parent INTEGER,
      depth INTEGER NOT NULL,
      position INTEGER NOT NULL,
      confidence REAL
    );
    CREATE INDEX placementsByThread ON placements(thread, position);
    CREATE INDEX placementsByParent ON placements(parent);
    CREATE TABLE reasons(
      child INTEGER NOT NULL REFERENCES posts,
      ordinal INTEGER NOT NULL,
      evidence TEXT NOT NULL,
      weight REAL NOT NULL,
      detail TEXT NOT NULL,
      start INTEGER,
      end INTEGER,
      PRIMARY KEY(child, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE threads(
      root INTEGER PRIMARY KEY REFERENCES posts,
      subject TEXT,
      posts INTEGER NOT NULL,
      people INTEGER NOT NULL,
      depth INTEGER NOT NULL,
      first INTEGER,
      last INTEGER
    );
    CREATE TABLE postVenues(
      post INTEGER NOT NULL REFERENCES posts,
      venue INTEGER NOT NULL REFERENCES venues,
      isBest INTEGER NOT NULL,
      PRIMARY KEY(post, venue)
    ) WITHOUT ROWID;
    CREATE INDEX postVenuesByVenue ON postVenues(venue);
    """

  private static let people = """
    CREATE TABLE persons(
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE authorForms(
      name TEXT NOT NULL,
      address TEXT NOT NULL,
      url TEXT NOT NULL,
      person TEXT NOT NULL,
      PRIMARY KEY(name, address, url)
    ) WITHOUT ROWID;
    """

  /// What people decided.
  ///
  /// Nothing here is ever deleted by an import; `number` is the log.
  private static let corrections = """
    CREATE TABLE corrections(
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      post TEXT,
      exact TEXT,
      value TEXT NOT NULL,
      by TEXT,
      made TEXT NOT NULL,
      undone TEXT
    );
    CREATE INDEX correctionsByPost ON corrections(post);
    CREATE TABLE annotations(
      id TEXT PRIMARY KEY,
      post TEXT NOT NULL,
      start INTEGER,
      end INTEGER,
      exact TEXT,
      prefix TEXT,
      suffix TEXT,
      state TEXT NOT NULL,
      topic TEXT,
      role TEXT,
      stance TEXT,
      target TEXT,
      origin TEXT NOT NULL,
      confidence REAL,
      decision TEXT,
      evidence TEXT,
      note TEXT,
      by TEXT,
      created TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX annotationsByPost ON annotations(post);
    """

  /// The full-text index holds no text of its own; its rows are those of `posts`.
  private static let index = """
    CREATE VIRTUAL TABLE words USING fts5(
      subject, author, own, quoted, attachments,
      content='', tokenize='unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
    """
}
