extension StarterCodebooks {
  /// Online communities and the economics of free culture.
  static let community = #"""
    # Online communities and the economics of free culture: who makes things together, who pays, who owns what is made.
    # Terms count in people's own words, whatever their inflection. Make it yours: `thresh topics export --codebook community`.
    title: Online community and free culture
    topics:
      - id: licensing
        name: Licences and copyright
        description: Under which terms works may be used, copied and changed, and what copyright does to them.
        include: Choice of licences, share-alike, non-commercial clauses, attribution, the public domain, infringement.
        exclude: Driving licences and licences to run a trade.
        terms: [licence, license, licensing, copyright, copyleft, "creative commons", "share alike", sharealike, "public domain", "all rights reserved", "fair use", "fair dealing", royalty, infringement, '/\bCC[- ]?(BY|0|NC|SA|ND)\b/', '/\b[AL]?GPL(v?[23])?\b/']
        unless: ["driving licence", "driver's license", "driving license", "license plate"]
        color: "#35618e"
      - id: attribution
        name: Attribution and credit
        description: Who is named for a work, and whether that is enough.
        terms: [attribution, attribute, "give credit", "gave credit", "credit where", uncredited, byline, plagiarism, plagiarise, plagiarize]
        parent: licensing
        color: "#5d84ab"
      - id: noncommercial
        name: Commercial use
        description: Whether others may earn money with what is shared, and what that does to sharing.
        terms: ["commercial use", noncommercial, non-commercial, "commercial exploitation", monetise, monetize, resell, '/\b(BY-)?NC(-SA|-ND)?\b/']
        parent: licensing
        color: "#86a6c4"
      - id: funding
        name: Funding
        description: Where money for shared work comes from.
        include: Grants, donations, campaigns, sponsors, public money, membership fees.
        terms: [funding, fundraising, fundraiser, sponsor, sponsorship, subsidy, endowment, "public money", "business model", "revenue model"]
        color: "#2d7a4b"
      - id: grants
        name: Grants and institutions
        description: Money from foundations, councils and the state, with its forms, deadlines and conditions.
        terms: ["grant application", "research grant", grantee, "arts council", philanthropy, "funding body", "funding bodies", '/\b(apply|applied|applying|application)s? for (a |the |some )?grants?\b/']
        parent: funding
        color: "#4c9467"
      - id: donations
        name: Donations and crowdfunding
        description: Many small sums given by many people.
        terms: [donation, donate, donor, crowdfunding, crowdfund, crowdsource, Kickstarter, Patreon, "tip jar", pledge, micropayment, busking]
        unless: ["blood donation", "blood donor"]
        parent: funding
        color: "#74ad89"
      - id: labour
        name: Work and pay
        description: Who does the work, who is paid for it, and what unpaid work costs those who do it.
        include: Volunteers, free labour, wages, precarity, exploitation, making a living.
        terms: [volunteer, unpaid, "free labour", "free labor", wage, salary, precarity, precarious, "make a living", "making a living", "day job", exploit, exploitation, "surplus value", "underpaid", freelancer]
        unless: ["exploit code", "remote exploit", "security exploit", "zero-day exploit"]
        color: "#a0522d"
      - id: burnout
        name: Burnout and care
        description: What makes people tired of a community, and what keeps them.
        terms: ["burn out", "burned out", "burnt out", burnout, exhausted, overworked, "too much work", "step down", "stepping down", "no energy", "thankless"]
        parent: labour
        color: "#c07a55"
      - id: commons
        name: Commons and ownership
        description: Things held in common and who may decide about them.
        terms: ['/\bcommons\b/', enclosure, "collective ownership", "common good", cooperative, co-operative, "shared resource", "tragedy of the commons", stewardship, steward, "private property", "intellectual property"]
        unless: ["creative commons", "wikimedia commons", "house of commons", "commons-l"]
        color: "#6b5b95"
      - id: gift
        name: Gift and reciprocity
        description: Giving without a price, and what is expected in return.
        terms: [gift, "gift economy", reciprocity, reciprocal, generosity, generous, "in return", altruism, altruistic, potlatch]
        unless: ["gift card", "gift shop"]
        parent: commons
        color: "#9183b4"
      - id: platforms
        name: Platforms and dependence
        description: Services on which a community depends, what they keep, and what happens when they change or close.
        terms: [platform, "terms of service", "lock-in", walled-garden, "walled garden", Facebook, Twitter, YouTube, MySpace, Flickr, Google, "third-party service", "self-hosted", "self-hosting", decentralised, decentralized]
        unless: ["train platform", "cross-platform", "platform independent"]
        color: "#b08d2f"
      - id: privacy
        name: Privacy and surveillance
        description: What is known about people and by whom.
        terms: [privacy, surveillance, "personal data", '/\btracking\b/', anonymity, anonymous, pseudonym, "data protection", '/\bGDPR\b/']
        unless: ["issue tracking", "bug tracking", "tracking number", "anonymous function", "anonymous ftp"]
        parent: platforms
        color: "#c9ae62"
      - id: governance
        name: Governance
        description: How a community decides and who may.
        include: Votes, consensus, elections, boards, bylaws, mandates, transparency.
        terms: [governance, consensus, quorum, bylaw, election, "board of directors", "steering committee", referendum, mandate, accountability, accountable, "benevolent dictator", '/\bvot(e|es|ed|ing) (on|for|against|in)\b/']
        color: "#3d7f8c"
      - id: moderation
        name: Moderation and conduct
        description: What may be said, who steps in, and how.
        terms: [moderator, moderation, moderate, "code of conduct", troll, trolling, harassment, flame, flamewar, "flame war", ban, banned, off-topic, "off topic", netiquette, civility, censor, censorship, spam]
        unless: ["moderate amount", "in moderation", "travel ban", "flame retardant", "spam filter"]
        parent: governance
        color: "#66a0ab"
      - id: newcomers
        name: Newcomers and outreach
        description: How people join, learn and are welcomed or put off.
        terms: [newcomer, newbie, beginner, mentor, mentoring, onboarding, outreach, "new members", "new contributors", introduce myself, "barrier to entry", welcoming]
        parent: governance
        color: "#93bfc7"
      - id: diversity
        name: Diversity and access
        description: Who is there, who is missing, and what keeps them out.
        terms: [diversity, inclusion, inclusive, accessibility, underrepresented, sexism, sexist, racism, racist, gender, "digital divide", "global south", disability, disabled]
        unless: ["disabled by default", "disabled feature"]
        color: "#ad5a7d"
      - id: openaccess
        name: Open access and archives
        description: Who can read, copy and keep what was made.
        terms: ["open access", "open content", "open educational", "open data", paywall, preservation, '/\barchiving\b/', digitise, digitize, repository of works, "long-term storage", "link rot"]
        color: "#5f6f52"
      - id: remix
        name: Remix and authorship
        description: Making new things out of others, and who counts as an author.
        terms: [remix, mashup, "mash-up", sampling, "derivative work", appropriation, authorship, "collective author", co-author, originality, fork culture]
        color: "#84956f"
    """#
}
