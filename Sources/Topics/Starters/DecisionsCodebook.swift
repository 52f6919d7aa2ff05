extension StarterCodebooks {
  /// How software projects decide.
  static let decisions = #"""
    # How software projects decide: what is proposed, weighed, tried, put off and settled, and who says so.
    # Terms count in people's own words, whatever their inflection. Make it yours: `thresh topics export --codebook decisions`.
    title: Software project decisions
    topics:
      - id: design
        name: Design and interfaces
        description: How something should be built and what others will see of it.
        include: Interfaces, names, abstractions, data formats, alternatives that were weighed.
        terms: ["design decision", "design choice", redesign, architecture, abstraction, interface, "use case", "corner case", "public api", "api design", '/\bAPIs?\b/', '/\bABI\b/', "data structure", "trade-off", tradeoff]
        unless: ["user interface", "network interface", "architecture maintainer"]
        color: "#35618e"
      - id: compatibility
        name: Compatibility
        description: What a change breaks for those who depend on the old way.
        terms: [compatibility, "backward compatible", "backwards compatible", "backward-compatible", "backwards-compatible", incompatible, deprecate, deprecation, "breaking change", "breaks existing", "existing users", "existing code", "migration path", regression, '/\bABI break/']
        parent: design
        color: "#5d84ab"
      - id: simplicity
        name: Complexity and maintenance
        description: What a solution costs those who have to live with it.
        terms: [complexity, "over-engineered", overengineered, "technical debt", maintainable, maintainability, "maintenance burden", bikeshed, bikeshedding, "code duplication", boilerplate, refactor, cleanup, "clean up", "special case"]
        parent: design
        color: "#86a6c4"
      - id: performance
        name: Performance
        description: Speed, memory and scale, claimed or measured.
        terms: [performance, benchmark, throughput, latency, slowdown, speedup, overhead, scalability, "memory usage", "memory footprint", optimise, optimize, optimisation, optimization, profiling, '/\bO\(n( ?log ?n|\^?2)?\)/']
        unless: ["performance review"]
        color: "#2d7a4b"
      - id: security
        name: Security
        description: What could be attacked, and who is told when.
        terms: [security, vulnerability, vulnerable, exploit, exploitable, attacker, "buffer overflow", "denial of service", sandbox, embargo, disclosure, '/\bCVE(-\d{4}-\d+)?\b/', "security fix", hardening]
        unless: ["social security", "job security"]
        color: "#a33b3b"
      - id: testing
        name: Testing and quality
        description: How anybody knows that it works.
        terms: ["test suite", "unit test", "test coverage", "test case", '/\b(un)?test(ing|ed)\b/', "continuous integration", "code coverage", fuzzing, fuzzer, "static analysis", flaky, buildbot, "build failure", "smoke test", '/\bCI\b/']
        unless: ["testing list"]
        color: "#6b5b95"
      - id: bugs
        name: Bugs and reports
        description: What goes wrong, who is told, and what becomes of it.
        terms: [bug, "bug report", bugzilla, "bug tracker", "issue tracker", crash, reproduce, reproducible, reproducer, backtrace, traceback, bisect, triage, workaround, "root cause"]
        parent: testing
        color: "#9183b4"
      - id: review
        name: Review of changes
        description: Who reads changes, how long it takes, and what is asked for.
        terms: ["code review", reviewer, "patch review", "review process", "review comments", "pull request", "merge request", "patch series", resend, respin, nitpick, "sign off", "signed-off", "looks good", '/\b(Acked|Reviewed|Tested|Signed-off)-by\b/', '/\bLGTM\b/']
        color: "#b08d2f"
      - id: release
        name: Releases and schedules
        description: What goes into which version and when.
        terms: [release, "release candidate", "release manager", "release schedule", deadline, milestone, roadmap, "feature freeze", "code freeze", backport, "stable branch", "long-term support", '/\bLTS\b/', "point release", "release notes", "merge window"]
        unless: ["press release", "release the lock", "release a lock"]
        color: "#c07a55"
      - id: process
        name: How we decide
        description: Votes, consensus, proposals and who has the last word.
        terms: [consensus, "rough consensus", "lazy consensus", vote, veto, quorum, "decision-making", "decision making", "final decision", "steering council", "steering committee", "working group", BDFL, "benevolent dictator", "enhancement proposal", '/\b(PEP|RFC|JEP|TIP|GEP) ?\d+\b/', "status quo", governance]
        color: "#3d7f8c"
      - id: people
        name: Maintainers and contributors
        description: Who does the work, who may commit, who leaves, and how newcomers come in.
        terms: [maintainer, contributor, committer, "commit access", "commit rights", "commit privileges", "push access", newcomer, newbie, mentor, mentoring, volunteer, burnout, orphaned, unmaintained, co-maintainer, "bus factor"]
        parent: process
        color: "#66a0ab"
      - id: conduct
        name: Conduct and tone
        description: How people speak to each other and what is done about it.
        terms: ["code of conduct", harassment, "personal attack", insulting, insult, rude, apologise, apologize, apology, hostile, toxic, "ad hominem", flamewar, "flame war", disrespectful, respectful, unwelcoming]
        parent: process
        color: "#93bfc7"
      - id: tools
        name: Tools and infrastructure
        description: What the work is done with and where it is kept.
        terms: [mercurial, subversion, "version control", "mailing list", GitHub, GitLab, gerrit, patchwork, "issue tracker", "build system", toolchain, workflow, "web server", hosting, infrastructure, "public-inbox", '/\b(svn|cvs|git|hg)\b/']
        color: "#5f6f52"
      - id: documentation
        name: Documentation
        description: What is written down for users and developers.
        terms: [documentation, documented, undocumented, docstring, "man page", manpage, tutorial, changelog, readme, wiki, "user guide", howto]
        color: "#84956f"
      - id: licensing
        name: Licences and legal matters
        description: Under which terms the code stands and who may change them.
        terms: [licence, license, licensing, relicense, copyright, copyleft, "contributor agreement", trademark, patent, "public domain", '/\b[AL]?GPL(v?[23])?\b/', '/\b(BSD|MIT|Apache)[- ]licen[cs]e/', '/\bCLA\b/', '/\bDCO\b/', lawyer]
        color: "#ad5a7d"
      - id: dependencies
        name: Dependencies and platforms
        description: What the project needs, and on what it has to run.
        terms: [dependency, "third-party", vendored, bundled, upstream, downstream, distro, packager, packaging, portability, "operating system", Windows, macOS, "minimum version", "drop support", "dropping support", "supported platforms"]
        unless: ["windows of opportunity"]
        color: "#8c6d46"
      - id: money
        name: Money and employers
        description: Who pays, and what that does to the project.
        terms: [funding, sponsor, sponsorship, donation, employer, "corporate contributor", grant money, "paid to work", foundation, budget, "travel costs", vendor, "non-profit", nonprofit]
        unless: ["foundation class", "foundation framework", "core foundation", "vendor id"]
        color: "#7a5c99"
    """#
}
