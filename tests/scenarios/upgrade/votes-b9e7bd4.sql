BEGIN TRANSACTION;
INSERT INTO "accounts" VALUES(1,'slack','T0PRACTICE','U0SAM',1,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(2,'slack','T0PRACTICE','U0ADA',2,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(3,'slack','T0PRACTICE','U0EVE',3,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(4,'slack','T0PRACTICE','U0ROB',4,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(5,'slack','T0PRACTICE','U0BEN',5,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(6,'slack','T0PRACTICE','U0PIA',6,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(7,'slack','T0PRACTICE','U0TOM',7,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(8,'slack','T0PRACTICE','U0CLEO',8,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(9,'slack','T0PRACTICE','U0GIL',9,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(10,'slack','T0PRACTICE','U0IDA',10,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(11,'slack','T0PRACTICE','U0JOE',11,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(12,'slack','T0PRACTICE','U0KIM',12,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(13,'slack','T0PRACTICE','U0LOU',13,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(14,'slack','T0PRACTICE','U0MAX',14,'linked','2022-09-06 08:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "agreements" VALUES(1,'sefton-2022','SEF',0,31,'19fe9a6323b863f413cf6d7fb8e21d874d92304f03462a067003b62d7b84f0f8','2022-09-06 08:30:00.000000',5,0,0,0,NULL,NULL,NULL,NULL,'2099-01-01 09:00:00.000000',0,0,NULL,2,0);
INSERT INTO "alembic_version" VALUES('0019');
INSERT INTO "ballots" VALUES(1,1,1,'mersey-care','for','',2,'2022-09-06 08:30:00.000000',NULL);
INSERT INTO "ballots" VALUES(2,2,1,'mersey-care','for','',2,'2022-09-06 08:30:00.000000',NULL);
INSERT INTO "ballots" VALUES(3,4,1,'mersey-care','for','',2,'2022-09-06 08:30:00.000000',NULL);
INSERT INTO "ballots" VALUES(4,4,1,'luhft','abstain','',5,'2022-09-06 08:30:00.000000',NULL);
INSERT INTO "ballots" VALUES(5,4,1,'sefton-council','abstain','',1,'2022-09-06 08:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(6,5,1,'mersey-care','for','',2,'2022-09-06 08:30:00.000000',NULL);
INSERT INTO "channels" VALUES(1,1,'slack','T0PRACTICE','C0SEFTON','2022-09-06 08:30:00.000000','2022-09-08 08:00:00.000000');
INSERT INTO "deadlines" VALUES(1,1,'milestone',2,'due','2023-03-31','2023-03-31 23:00:00.000000','{"due_on": "2023-03-31", "due_at": "2023-03-31T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.2", "provisional": false, "start": "2023-03-31T11:00:00+00:00", "start_on": "2023-03-31", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2023-03-17 09:00:00.000000','2022-09-06 08:30:00.000000');
INSERT INTO "deadlines" VALUES(2,1,'decision',1,'closing','2022-09-20','2022-09-20 23:00:00.000000','{"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.7", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2022-09-13 08:00:00.000000','2022-09-06 08:30:00.000000');
INSERT INTO "deadlines" VALUES(3,1,'decision',2,'closing','2022-09-20','2022-09-20 23:00:00.000000','{"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "13", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2022-09-13 08:00:00.000000','2022-09-06 08:30:00.000000');
INSERT INTO "deadlines" VALUES(4,1,'decision',3,'closing','2022-09-20','2022-09-20 23:00:00.000000','{"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.7", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2022-09-13 08:00:00.000000','2022-09-06 08:30:00.000000');
INSERT INTO "deadlines" VALUES(5,1,'decision',4,'closing','2022-09-20','2022-09-20 23:00:00.000000','{"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "ToR 6", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2022-09-13 08:00:00.000000','2022-09-06 08:30:00.000000');
INSERT INTO "deadlines" VALUES(6,1,'decision',5,'closing','2022-09-07','2022-09-07 23:00:00.000000','{"due_on": "2022-09-07", "due_at": "2022-09-07T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.7", "provisional": false, "start": "2022-09-07T11:00:00+00:00", "start_on": "2022-09-07", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'met',NULL,NULL,NULL,'2022-09-06 08:30:00.000000');
INSERT INTO "decisions" VALUES(1,1,1,1,'SEF-D1','Ten beds','Ten beds.','Demand','','recommendation',NULL,NULL,NULL,'{"affected": [], "concerned": [], "conflicted": [], "recused": []}',NULL,1,0,'mersey-care',2,'2022-09-06','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','2022-09-20',NULL,'open',NULL,NULL,NULL,1,'[]',NULL);
INSERT INTO "decisions" VALUES(2,1,1,2,'SEF-D2','One plan','One plan.','Demand','','variation',NULL,NULL,NULL,'{"affected": [], "concerned": [], "conflicted": [], "recused": []}',NULL,1,0,'mersey-care',2,'2022-09-06','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','2022-09-20',NULL,'open',NULL,NULL,NULL,13,'[]',NULL);
INSERT INTO "decisions" VALUES(3,1,1,3,'SEF-D3','Shared wards','Shared wards.','Demand','','recommendation',NULL,NULL,NULL,'{"affected": [], "concerned": [], "conflicted": [], "recused": []}',NULL,1,0,'mersey-care',2,'2022-09-06','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','2022-09-20',NULL,'open',NULL,NULL,NULL,25,'[]',NULL);
INSERT INTO "decisions" VALUES(4,1,1,4,'SEF-D4','A car park','A car park.','Demand','','ordinary',NULL,NULL,NULL,'{"affected": [], "concerned": [], "conflicted": [], "recused": []}',NULL,1,0,'mersey-care',2,'2022-09-06','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','2022-09-20',NULL,'open',NULL,NULL,NULL,35,'[]',NULL);
INSERT INTO "decisions" VALUES(5,1,1,5,'SEF-D5','A bus stop','A bus stop.','Demand','','recommendation',NULL,NULL,NULL,'{"affected": [], "concerned": [], "conflicted": [], "recused": []}',NULL,1,0,'mersey-care',2,'2022-09-06','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','2022-09-07',NULL,'carried','2022-09-07 23:00:00.000000',NULL,'{"names": {"icb": "Cheshire and Merseyside ICB", "sefton-council": "Sefton Council", "mersey-care": "Mersey Care", "southport-ormskirk": "Southport and Ormskirk", "luhft": "LUHFT", "alder-hey": "Alder Hey", "healthwatch-sefton": "Healthwatch Sefton", "southport-formby-pcn": "Southport and Formby PCN", "south-sefton-pcn": "South Sefton PCN", "sefton-cvs": "Sefton CVS", "one-vision-housing": "One Vision Housing"}, "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "tally": {"kind": "consensus", "of": null, "counts": "partners", "who": ["present"], "base": 1, "needed": 1, "reached": 1, "missing": 0, "in_favour": 1, "against": 0, "abstain": 0, "silent": 10, "quorum": 1, "quorate": true, "tied": false, "carried": true, "beyond_reach": false, "by_casting_vote": false, "other": null}}',54,'[]',NULL);
INSERT INTO "holdings" VALUES(1,1,1,NULL,'secretary',NULL,NULL);
INSERT INTO "holdings" VALUES(2,2,1,'mersey-care','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(3,3,1,'mersey-care','deputy',NULL,NULL);
INSERT INTO "holdings" VALUES(4,4,1,'mersey-care','member',NULL,NULL);
INSERT INTO "holdings" VALUES(5,5,1,'luhft','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(6,6,1,'luhft','signatory',NULL,NULL);
INSERT INTO "holdings" VALUES(7,7,1,'luhft','lead','2022-01-01','2022-06-30');
INSERT INTO "holdings" VALUES(8,8,1,'southport-formby-pcn','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(9,8,1,'south-sefton-pcn','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(10,9,1,'alder-hey','deputy',NULL,NULL);
INSERT INTO "holdings" VALUES(11,10,1,'icb','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(12,11,1,'sefton-council','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(13,12,1,'southport-ormskirk','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(14,13,1,'healthwatch-sefton','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(15,14,1,'one-vision-housing','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(16,15,1,'sefton-cvs','lead',NULL,NULL);
INSERT INTO "milestones" VALUES(1,1,1,1,'SEF-MS1','place-plan','{"name": "Place plan for 2022/23", "clause": "1.2.4", "owner": null, "on": null, "precision": "day", "condition": "Implemented once the partners have agreed it", "note": "Called place plan, Place Delivery Plan and place delivery plan."}',NULL,'Place plan for 2022/23','1.2.4','Called place plan, Place Delivery Plan and place delivery plan.',NULL,NULL,'day',NULL,'Implemented once the partners have agreed it',NULL,0,NULL,'2022-12-06','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-09-06 08:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(2,1,1,2,'SEF-MS2','no-delegation','{"name": "End of the year without substantive delegation to place", "clause": "8.2", "owner": "partnership-board", "on": "2023-03-31", "precision": "financial-year", "condition": null, "note": null}',NULL,'End of the year without substantive delegation to place','8.2','','partnership-board','2023-03-31','financial-year','2023-03-31',NULL,NULL,0,NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-09-06 08:30:00.000000',NULL,NULL);
INSERT INTO "notices" VALUES(1,1,'decision',5,'decided','icb',10,'delivered','2022-09-08 08:00:00.000000','slack:D0IDA:F00000228 sha256:c17cc9dfabc4f8aa10500b99456d20e83c8df8b34839e892f41ad59b9ef6e6ef',NULL,NULL);
INSERT INTO "notices" VALUES(2,1,'decision',5,'decided','sefton-council',11,'delivered','2022-09-08 08:00:00.000000','slack:D0JOE:F00000215 sha256:dcaf4007c5e3e048e7e6a9ac2dca2fdad73d3cbdfd286403842090fcf178cb72',NULL,NULL);
INSERT INTO "notices" VALUES(3,1,'decision',5,'decided','mersey-care',2,'delivered','2022-09-08 08:00:00.000000','slack:D0ADA:F00000225 sha256:a32641063125f51bbe74339037a6e822382e1e5b0605268a1d5c544f14ad4ed1',NULL,NULL);
INSERT INTO "notices" VALUES(4,1,'decision',5,'decided','southport-ormskirk',12,'delivered','2022-09-08 08:00:00.000000','slack:D0KIM:F00000223 sha256:e1cedc56ffff3ae32c21bc696f25ba4e67cc8b73aff3cdf82f156d19462d35a0',NULL,NULL);
INSERT INTO "notices" VALUES(5,1,'decision',5,'decided','luhft',5,'delivered','2022-09-08 08:00:00.000000','slack:D0BEN:F00000217 sha256:ca58b34f4df26c0d6fca1cf2652b3daaac09afe0570718da4306329c66ae6c92',NULL,NULL);
INSERT INTO "notices" VALUES(6,1,'decision',5,'decided','alder-hey',9,'delivered','2022-09-08 08:00:00.000000','slack:D0GIL:F00000230 sha256:58a9acef832f72b3919dbe5caf3bc5f3daaa2d8d82a0e59a8fc6082d9f7a07dd',NULL,NULL);
INSERT INTO "notices" VALUES(7,1,'decision',5,'decided','healthwatch-sefton',13,'delivered','2022-09-08 08:00:00.000000','slack:D0LOU:F00000233 sha256:5d3d136fcf892668ea1446881b31c78bbf75d0855c7b772e164a556913db4bc3',NULL,NULL);
INSERT INTO "notices" VALUES(8,1,'decision',5,'decided','southport-formby-pcn',8,'delivered','2022-09-08 08:00:00.000000','slack:D0CLEO:F00000219 sha256:57e0c1df6dd0757c138bbd034c7e106a9088389409c2ad28a38d037cba808629',NULL,NULL);
INSERT INTO "notices" VALUES(9,1,'decision',5,'decided','south-sefton-pcn',8,'delivered','2022-09-08 08:00:00.000000','slack:D0CLEO:F00000256 sha256:b31fcdf2bef0f8e3f88ec4f410cdde9542820d5d3b2292040f7183b185460aa8',NULL,NULL);
INSERT INTO "notices" VALUES(10,1,'decision',5,'decided','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(11,1,'decision',5,'decided','one-vision-housing',14,'delivered','2022-09-08 08:00:00.000000','slack:D0MAX:F00000235 sha256:28f5a202e6455695b7a7b080469cf75b5195fec25b0d48e854ba8600fdac0b08',NULL,NULL);
INSERT INTO "outbox" VALUES(1,'decision:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'decision:1','decision','{"reference": "SEF-D1", "title": "Ten beds", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "Ten beds.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Recommendation of the board", "clause": "8.7", "note": "Consensus of the partners present. No vote and no quorum are stated; the terms of reference may say more.", "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-20", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "consensus", "of": null, "counts": "partners", "who": ["present"], "base": 11, "needed": 11, "reached": 0, "missing": 11, "in_favour": 0, "against": 0, "abstain": 0, "silent": 11, "quorum": 6, "quorate": false, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": true, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 1, "label": null}, {"action": "decision_object", "row": 1, "label": null}, {"action": "decision_abstain", "row": 1, "label": "Stand aside"}, {"action": "decision_show", "row": 1, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000011',NULL,NULL);
INSERT INTO "outbox" VALUES(12,'edit:1:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,1,NULL,'edit:1','decision','{"reference": "SEF-D1", "title": "Ten beds", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "Ten beds.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Recommendation of the board", "clause": "8.7", "note": "Consensus of the partners present. No vote and no quorum are stated; the terms of reference may say more.", "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-20", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "consensus", "of": null, "counts": "partners", "who": ["present"], "base": 1, "needed": 1, "reached": 1, "missing": 0, "in_favour": 1, "against": 0, "abstain": 0, "silent": 10, "quorum": 1, "quorate": true, "tied": false, "carried": true, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Mersey Care", "vote": "for", "comment": "", "behalf": false}], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": true, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 1, "label": null}, {"action": "decision_object", "row": 1, "label": null}, {"action": "decision_abstain", "row": 1, "label": "Stand aside"}, {"action": "decision_show", "row": 1, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000011',NULL,NULL);
INSERT INTO "outbox" VALUES(13,'decision:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'decision:2','decision','{"reference": "SEF-D2", "title": "One plan", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "One plan.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Variation", "clause": "13", "note": null, "casting_vote": null, "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-20", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 11, "needed": 11, "reached": 0, "missing": 11, "in_favour": 0, "against": 0, "abstain": 0, "silent": 11, "quorum": null, "quorate": true, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 2, "label": null}, {"action": "decision_object", "row": 2, "label": null}, {"action": "decision_abstain", "row": 2, "label": null}, {"action": "decision_show", "row": 2, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000016',NULL,NULL);
INSERT INTO "outbox" VALUES(24,'edit:13:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,13,NULL,'edit:13','decision','{"reference": "SEF-D2", "title": "One plan", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "One plan.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Variation", "clause": "13", "note": null, "casting_vote": null, "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-20", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 11, "needed": 11, "reached": 1, "missing": 10, "in_favour": 1, "against": 0, "abstain": 0, "silent": 10, "quorum": null, "quorate": true, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Mersey Care", "vote": "for", "comment": "", "behalf": false}], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 2, "label": null}, {"action": "decision_object", "row": 2, "label": null}, {"action": "decision_abstain", "row": 2, "label": null}, {"action": "decision_show", "row": 2, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000016',NULL,NULL);
INSERT INTO "outbox" VALUES(25,'decision:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'decision:3','decision','{"reference": "SEF-D3", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "Shared wards.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Recommendation of the board", "clause": "8.7", "note": "Consensus of the partners present. No vote and no quorum are stated; the terms of reference may say more.", "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-20", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "consensus", "of": null, "counts": "partners", "who": ["present"], "base": 11, "needed": 11, "reached": 0, "missing": 11, "in_favour": 0, "against": 0, "abstain": 0, "silent": 11, "quorum": 6, "quorate": false, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": true, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 3, "label": null}, {"action": "decision_object", "row": 3, "label": null}, {"action": "decision_abstain", "row": 3, "label": "Stand aside"}, {"action": "decision_show", "row": 3, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000028',NULL,NULL);
INSERT INTO "outbox" VALUES(35,'decision:4',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'decision:4','decision','{"reference": "SEF-D4", "title": "A car park", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "A car park.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Resolution", "clause": "ToR 6", "note": null, "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-20", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "more-than", "of": "1/2", "counts": "partners", "who": ["present-and-voting"], "base": 11, "needed": 6, "reached": 0, "missing": 6, "in_favour": 0, "against": 0, "abstain": 0, "silent": 11, "quorum": 3, "quorate": false, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 4, "label": null}, {"action": "decision_object", "row": 4, "label": null}, {"action": "decision_abstain", "row": 4, "label": null}, {"action": "decision_show", "row": 4, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000040',NULL,NULL);
INSERT INTO "outbox" VALUES(46,'edit:35:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,35,NULL,'edit:35','decision','{"reference": "SEF-D4", "title": "A car park", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "A car park.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Resolution", "clause": "ToR 6", "note": null, "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-20", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "more-than", "of": "1/2", "counts": "partners", "who": ["present-and-voting"], "base": 1, "needed": 1, "reached": 1, "missing": 0, "in_favour": 1, "against": 0, "abstain": 0, "silent": 10, "quorum": 3, "quorate": false, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Mersey Care", "vote": "for", "comment": "", "behalf": false}], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 4, "label": null}, {"action": "decision_object", "row": 4, "label": null}, {"action": "decision_abstain", "row": 4, "label": null}, {"action": "decision_show", "row": 4, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000040',NULL,NULL);
INSERT INTO "outbox" VALUES(49,'edit:35:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,35,NULL,'edit:35','decision','{"reference": "SEF-D4", "title": "A car park", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "A car park.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Resolution", "clause": "ToR 6", "note": null, "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-20", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "more-than", "of": "1/2", "counts": "partners", "who": ["present-and-voting"], "base": 1, "needed": 1, "reached": 1, "missing": 0, "in_favour": 1, "against": 0, "abstain": 0, "silent": 9, "quorum": 3, "quorate": false, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Mersey Care", "vote": "for", "comment": "", "behalf": false}, {"name": "LUHFT", "vote": "abstain", "comment": "", "behalf": false}], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 4, "label": null}, {"action": "decision_object", "row": 4, "label": null}, {"action": "decision_abstain", "row": 4, "label": null}, {"action": "decision_show", "row": 4, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000040',NULL,NULL);
INSERT INTO "outbox" VALUES(53,'edit:35:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,35,NULL,'edit:35','decision','{"reference": "SEF-D4", "title": "A car park", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "A car park.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Resolution", "clause": "ToR 6", "note": null, "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-20", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "more-than", "of": "1/2", "counts": "partners", "who": ["present-and-voting"], "base": 1, "needed": 1, "reached": 1, "missing": 0, "in_favour": 1, "against": 0, "abstain": 0, "silent": 8, "quorum": 3, "quorate": false, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Mersey Care", "vote": "for", "comment": "", "behalf": false}, {"name": "LUHFT", "vote": "abstain", "comment": "", "behalf": false}, {"name": "Sefton Council", "vote": "abstain", "comment": "", "behalf": true}], "silent": ["Cheshire and Merseyside ICB", "Southport and Ormskirk", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 4, "label": null}, {"action": "decision_object", "row": 4, "label": null}, {"action": "decision_abstain", "row": 4, "label": null}, {"action": "decision_show", "row": 4, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000040',NULL,NULL);
INSERT INTO "outbox" VALUES(54,'decision:5',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'decision:5','decision','{"reference": "SEF-D5", "title": "A bus stop", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "A bus stop.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Recommendation of the board", "clause": "8.7", "note": "Consensus of the partners present. No vote and no quorum are stated; the terms of reference may say more.", "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-07", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "consensus", "of": null, "counts": "partners", "who": ["present"], "base": 11, "needed": 11, "reached": 0, "missing": 11, "in_favour": 0, "against": 0, "abstain": 0, "silent": 11, "quorum": 6, "quorate": false, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": true, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 5, "label": null}, {"action": "decision_object", "row": 5, "label": null}, {"action": "decision_abstain", "row": 5, "label": "Stand aside"}, {"action": "decision_show", "row": 5, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000056',NULL,NULL);
INSERT INTO "outbox" VALUES(65,'edit:54:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,54,NULL,'edit:54','decision','{"reference": "SEF-D5", "title": "A bus stop", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "A bus stop.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Recommendation of the board", "clause": "8.7", "note": "Consensus of the partners present. No vote and no quorum are stated; the terms of reference may say more.", "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-07", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "consensus", "of": null, "counts": "partners", "who": ["present"], "base": 1, "needed": 1, "reached": 1, "missing": 0, "in_favour": 1, "against": 0, "abstain": 0, "silent": 10, "quorum": 1, "quorate": true, "tied": false, "carried": true, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Mersey Care", "vote": "for", "comment": "", "behalf": false}], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": true, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 5, "label": null}, {"action": "decision_object", "row": 5, "label": null}, {"action": "decision_abstain", "row": 5, "label": "Stand aside"}, {"action": "decision_show", "row": 5, "label": null}]','sent','2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000',1,'2022-09-06 08:30:00.000000','2022-09-06 08:30:00.000000','C0SEFTON','1662453000.000056',NULL,NULL);
INSERT INTO "outbox" VALUES(74,'digest:agreement:1:2022-09-07',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'digest:agreement:1','digest_channel','{"agreement": "Sefton Partnership", "day": "2022-09-07", "rows": [{"reference": "SEF-D5", "title": "A bus stop", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2022-09-07", "due_at": "2022-09-07T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.7", "provisional": false, "start": "2022-09-07T11:00:00+00:00", "start_on": "2022-09-07", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 0, "clock": null}, "owing": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "due_at": "2022-09-07T23:00:00+00:00"}, {"reference": "SEF-D1", "title": "Ten beds", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.7", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}, "owing": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "due_at": "2022-09-20T23:00:00+00:00"}, {"reference": "SEF-D2", "title": "One plan", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "13", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}, "owing": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "due_at": "2022-09-20T23:00:00+00:00"}, {"reference": "SEF-D3", "title": "Shared wards", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.7", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}, "owing": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "due_at": "2022-09-20T23:00:00+00:00"}, {"reference": "SEF-D4", "title": "A car park", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "ToR 6", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}, "owing": ["Cheshire and Merseyside ICB", "Southport and Ormskirk", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "due_at": "2022-09-20T23:00:00+00:00"}], "head": "54c3cb1876bd5c9604d8b182c27147fd585c542c1553442abf8a7b92afd27c18"}','[]','sent','2022-09-07 08:00:00.000000','2022-09-07 08:00:00.000000',1,'2022-09-07 08:00:00.000000','2022-09-07 08:00:00.000000','C0SEFTON','1662537600.000001',NULL,NULL);
INSERT INTO "outbox" VALUES(84,'edit:54:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,54,NULL,'edit:54','decision','{"reference": "SEF-D5", "title": "A bus stop", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "carried", "private": false, "wording": "A bus stop.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Recommendation of the board", "clause": "8.7", "note": "Consensus of the partners present. No vote and no quorum are stated; the terms of reference may say more.", "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-07", "closed_at": "2022-09-07T23:00:00+00:00", "dated_on": "2022-09-08", "closing_words": null, "review_on": null, "tally": {"kind": "consensus", "of": null, "counts": "partners", "who": ["present"], "base": 1, "needed": 1, "reached": 1, "missing": 0, "in_favour": 1, "against": 0, "abstain": 0, "silent": 10, "quorum": 1, "quorate": true, "tied": false, "carried": true, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Mersey Care", "vote": "for", "comment": "", "behalf": false}], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": true, "timezone": "Europe/London"}','[{"action": "decision_show", "row": 5, "label": null}]','sent','2022-09-07 23:00:00.000000','2022-09-07 23:00:00.000000',1,'2022-09-07 23:00:00.000000','2022-09-07 23:00:00.000000','C0SEFTON','1662453000.000056',NULL,NULL);
INSERT INTO "outbox" VALUES(93,'decision:5:closed',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,NULL,'decision_closed','{"reference": "SEF-D5", "title": "A bus stop", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "carried", "private": false, "wording": "A bus stop.", "reasons": "Demand", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Recommendation of the board", "clause": "8.7", "note": "Consensus of the partners present. No vote and no quorum are stated; the terms of reference may say more.", "casting_vote": null, "casting": null, "forum": "Sefton Partnership board", "outcome": "recommendation", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-09-06T08:30:00+00:00", "opens_on": null, "closes_on": "2022-09-07", "closed_at": "2022-09-07T23:00:00+00:00", "dated_on": "2022-09-08", "closing_words": null, "review_on": null, "tally": {"kind": "consensus", "of": null, "counts": "partners", "who": ["present"], "base": 1, "needed": 1, "reached": 1, "missing": 0, "in_favour": 1, "against": 0, "abstain": 0, "silent": 10, "quorum": 1, "quorate": true, "tied": false, "carried": true, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Mersey Care", "vote": "for", "comment": "", "behalf": false}], "silent": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "voters": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "excluded": [], "ratified": [], "consensus": true, "timezone": "Europe/London"}','[]','sent','2022-09-07 23:00:00.000000','2022-09-08 08:00:00.000000',1,'2022-09-08 08:00:00.000000','2022-09-08 08:00:00.000000','C0SEFTON','1662624000.000001',NULL,NULL);
INSERT INTO "outbox" VALUES(116,'digest:agreement:1:2022-09-08',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'digest:agreement:1','digest_channel','{"agreement": "Sefton Partnership", "day": "2022-09-08", "rows": [{"reference": "SEF-D1", "title": "Ten beds", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.7", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 8, "clock": null}, "owing": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "due_at": "2022-09-20T23:00:00+00:00"}, {"reference": "SEF-D2", "title": "One plan", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "13", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 8, "clock": null}, "owing": ["Cheshire and Merseyside ICB", "Sefton Council", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "due_at": "2022-09-20T23:00:00+00:00"}, {"reference": "SEF-D3", "title": "Shared wards", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.7", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 8, "clock": null}, "owing": ["Cheshire and Merseyside ICB", "Sefton Council", "Mersey Care", "Southport and Ormskirk", "LUHFT", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "due_at": "2022-09-20T23:00:00+00:00"}, {"reference": "SEF-D4", "title": "A car park", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2022-09-20", "due_at": "2022-09-20T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "ToR 6", "provisional": false, "start": "2022-09-20T11:00:00+00:00", "start_on": "2022-09-20", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 8, "clock": null}, "owing": ["Cheshire and Merseyside ICB", "Southport and Ormskirk", "Alder Hey", "Healthwatch Sefton", "Southport and Formby PCN", "South Sefton PCN", "Sefton CVS", "One Vision Housing"], "due_at": "2022-09-20T23:00:00+00:00"}], "head": "45ebc184842bb70e694faa59bf33e97879aa046bb22681ccf5aad2f9ad61c49d"}','[]','sent','2022-09-08 08:00:00.000000','2022-09-08 08:00:00.000000',1,'2022-09-08 08:00:00.000000','2022-09-08 08:00:00.000000','C0SEFTON','1662624000.000011',NULL,NULL);
INSERT INTO "people" VALUES(1,'Sam','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(2,'Ada','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(3,'Eve','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(4,'Rob','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(5,'Ben','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(6,'Pia','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(7,'Tom','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(8,'Cleo','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(9,'Gil','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(10,'Ida','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(11,'Joe','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(12,'Kim','','America/New_York','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(13,'Lou','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(14,'Max','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "people" VALUES(15,'Ola','','Europe/London','09:00:00.000000','[5, 6]','2099-01-01 09:00:00.000000');
INSERT INTO "register" VALUES(1,1,1,'2022-09-06 08:30:00.000000','terms-loaded',NULL,0,NULL,'tests',NULL,0,'{"sha256":"8451a4b9e383c187d58ef521d96351512936bea27b8959e77c64b87144d3a6ae","title":"Collaboration agreement for the Sefton Partnership","version":1}','{}','0000000000000000000000000000000000000000000000000000000000000000','d407c38cd7b3b3a225b79f0d219aac036f1c6c9f8f0b22f9137e6c2018c6b8fa');
INSERT INTO "register" VALUES(2,1,2,'2022-09-06 08:30:00.000000','milestone-added','SEF-MS1',0,NULL,'tests',NULL,0,'{"clause":"1.2.4","condition":"Implemented once the partners have agreed it","due_on":null,"kind":"document","owner":null,"past":false,"precision":null,"title":"Place plan for 2022/23","version":1}','{}','d407c38cd7b3b3a225b79f0d219aac036f1c6c9f8f0b22f9137e6c2018c6b8fa','408bdf3ed7f3bd3af74eda6fcb983b1af7513547c51d389e4ff4c20d2eb17238');
INSERT INTO "register" VALUES(3,1,3,'2022-09-06 08:30:00.000000','milestone-added','SEF-MS2',0,NULL,'tests',NULL,0,'{"clause":"8.2","condition":null,"due_on":"2023-03-31","kind":"document","owner":"partnership-board","past":false,"precision":"financial-year","title":"End of the year without substantive delegation to place","version":1}','{}','408bdf3ed7f3bd3af74eda6fcb983b1af7513547c51d389e4ff4c20d2eb17238','6545f5c51d320df24471a3e125596468b6ab4435b016c05aec0c9f2b1d14e30f');
INSERT INTO "register" VALUES(4,1,4,'2022-09-06 08:30:00.000000','roster-changed',NULL,0,NULL,'tests',NULL,0,'{"accounts":14,"added":[{"capacity":"secretary","line":2,"name":"Sam","user":"U0SAM","workspace":"T0PRACTICE"},{"capacity":"lead","line":3,"name":"Ada","partner":"mersey-care","user":"U0ADA","workspace":"T0PRACTICE"},{"capacity":"deputy","line":4,"name":"Eve","partner":"mersey-care","user":"U0EVE","workspace":"T0PRACTICE"},{"capacity":"member","line":5,"name":"Rob","partner":"mersey-care","user":"U0ROB","workspace":"T0PRACTICE"},{"capacity":"lead","line":6,"name":"Ben","partner":"luhft","user":"U0BEN","workspace":"T0PRACTICE"},{"capacity":"signatory","line":7,"name":"Pia","partner":"luhft","user":"U0PIA","workspace":"T0PRACTICE"},{"capacity":"lead","ends_on":"2022-06-30","line":8,"name":"Tom","partner":"luhft","starts_on":"2022-01-01","user":"U0TOM","workspace":"T0PRACTICE"},{"capacity":"lead","line":9,"name":"Cleo","partner":"southport-formby-pcn","user":"U0CLEO","workspace":"T0PRACTICE"},{"capacity":"lead","line":10,"name":"Cleo","partner":"south-sefton-pcn","user":"U0CLEO","workspace":"T0PRACTICE"},{"capacity":"deputy","line":11,"name":"Gil","partner":"alder-hey","user":"U0GIL","workspace":"T0PRACTICE"},{"capacity":"lead","line":12,"name":"Ida","partner":"icb","user":"U0IDA","workspace":"T0PRACTICE"},{"capacity":"lead","line":13,"name":"Joe","partner":"sefton-council","user":"U0JOE","workspace":"T0PRACTICE"},{"capacity":"lead","line":14,"name":"Kim","partner":"southport-ormskirk","user":"U0KIM","workspace":"T0PRACTICE"},{"capacity":"lead","line":15,"name":"Lou","partner":"healthwatch-sefton","user":"U0LOU","workspace":"T0PRACTICE"},{"capacity":"lead","line":16,"name":"Max","partner":"one-vision-housing","user":"U0MAX","workspace":"T0PRACTICE"},{"capacity":"lead","line":17,"name":"Ola","partner":"sefton-cvs"}],"capacities":16,"lines":16,"people":15,"seats":0}','{}','6545f5c51d320df24471a3e125596468b6ab4435b016c05aec0c9f2b1d14e30f','386a68d8d10ce4e7b24d4841112ec721ace8ac46d892c5147dab40fa9b02310c');
INSERT INTO "register" VALUES(5,1,5,'2022-09-06 08:30:00.000000','decision-proposed','SEF-D1',0,2,'Ada','mersey-care',0,'{"affected":[],"closes_on":"2022-09-20","concerned":[],"conflicted":[],"element":null,"files":[],"level":null,"papers":"","reasons":"Demand","recused":[],"rule":"recommendation","terms_id":1,"title":"Ten beds","topic":null,"wording":"Ten beds."}','{"kind":"form","team":"T0PRACTICE","view":"V00000003"}','386a68d8d10ce4e7b24d4841112ec721ace8ac46d892c5147dab40fa9b02310c','a1186915321c153754c775fcefca6f4a1cdacfd24107e9464c4bd6d72280bd1e');
INSERT INTO "register" VALUES(6,1,6,'2022-09-06 08:30:00.000000','vote-opened','SEF-D1',0,2,'Ada','mersey-care',0,'{"excluded":[],"voters":["Cheshire and Merseyside ICB","Sefton Council","Mersey Care","Southport and Ormskirk","LUHFT","Alder Hey","Healthwatch Sefton","Southport and Formby PCN","South Sefton PCN","Sefton CVS","One Vision Housing"]}','{"channel":"C0SEFTON","kind":"press","message":"1662453000.000000","team":"T0PRACTICE"}','a1186915321c153754c775fcefca6f4a1cdacfd24107e9464c4bd6d72280bd1e','67fddccb73d17257c1d86c68645a1ac03809668b57340ddb2bfc261d9474a50a');
INSERT INTO "register" VALUES(7,1,7,'2022-09-06 08:30:00.000000','vote-cast','SEF-D1',0,2,'Ada','mersey-care',0,'{"version":1,"vote":"for","voter":"mersey-care","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000026"}','67fddccb73d17257c1d86c68645a1ac03809668b57340ddb2bfc261d9474a50a','cf4187c358d33246ea2b713ff0de885d388f39adecef11cf07046b9f31c09860');
INSERT INTO "register" VALUES(8,1,8,'2022-09-06 08:30:00.000000','decision-proposed','SEF-D2',0,2,'Ada','mersey-care',0,'{"affected":[],"closes_on":"2022-09-20","concerned":[],"conflicted":[],"element":null,"files":[],"level":null,"papers":"","reasons":"Demand","recused":[],"rule":"variation","terms_id":1,"title":"One plan","topic":null,"wording":"One plan."}','{"kind":"form","team":"T0PRACTICE","view":"V00000035"}','cf4187c358d33246ea2b713ff0de885d388f39adecef11cf07046b9f31c09860','aa96ebf98ff91a36e520222fa21dc56c41bf2e72de91adae86c10c85176fb61c');
INSERT INTO "register" VALUES(9,1,9,'2022-09-06 08:30:00.000000','vote-opened','SEF-D2',0,2,'Ada','mersey-care',0,'{"excluded":[],"voters":["Cheshire and Merseyside ICB","Sefton Council","Mersey Care","Southport and Ormskirk","LUHFT","Alder Hey","Healthwatch Sefton","Southport and Formby PCN","South Sefton PCN","Sefton CVS","One Vision Housing"]}','{"channel":"C0SEFTON","kind":"press","message":"1662453000.000013","team":"T0PRACTICE"}','aa96ebf98ff91a36e520222fa21dc56c41bf2e72de91adae86c10c85176fb61c','a73d553fda8190014fbf2c77a0a29c13843ef8179d7fd190501015fda5da266f');
INSERT INTO "register" VALUES(10,1,10,'2022-09-06 08:30:00.000000','vote-cast','SEF-D2',0,2,'Ada','mersey-care',0,'{"version":1,"vote":"for","voter":"mersey-care","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000058"}','a73d553fda8190014fbf2c77a0a29c13843ef8179d7fd190501015fda5da266f','0afd5fa69d408eb3d709392ea41e2e97ad3a293f0605741b87bb24b1dc88a362');
INSERT INTO "register" VALUES(11,1,11,'2022-09-06 08:30:00.000000','decision-proposed','SEF-D3',0,2,'Ada','mersey-care',0,'{"affected":[],"closes_on":"2022-09-20","concerned":[],"conflicted":[],"element":null,"files":[],"level":null,"papers":"","reasons":"Demand","recused":[],"rule":"recommendation","terms_id":1,"title":"Shared wards","topic":null,"wording":"Shared wards."}','{"kind":"form","team":"T0PRACTICE","view":"V00000067"}','0afd5fa69d408eb3d709392ea41e2e97ad3a293f0605741b87bb24b1dc88a362','36aff9b2f527dc5539432fd3ed9c30367a090020dbda929aedfdcdbc595a1a02');
INSERT INTO "register" VALUES(12,1,12,'2022-09-06 08:30:00.000000','vote-opened','SEF-D3',0,2,'Ada','mersey-care',0,'{"excluded":[],"voters":["Cheshire and Merseyside ICB","Sefton Council","Mersey Care","Southport and Ormskirk","LUHFT","Alder Hey","Healthwatch Sefton","Southport and Formby PCN","South Sefton PCN","Sefton CVS","One Vision Housing"]}','{"channel":"C0SEFTON","kind":"press","message":"1662453000.000026","team":"T0PRACTICE"}','36aff9b2f527dc5539432fd3ed9c30367a090020dbda929aedfdcdbc595a1a02','0a9f96c001a1487d875e24a7efcc224edc051eb4d66c752fb973a3eb07f31a85');
INSERT INTO "register" VALUES(13,1,13,'2022-09-06 08:30:00.000000','decision-proposed','SEF-D4',0,2,'Ada','mersey-care',0,'{"affected":[],"closes_on":"2022-09-20","concerned":[],"conflicted":[],"element":null,"files":[],"level":null,"papers":"","reasons":"Demand","recused":[],"rule":"ordinary","terms_id":1,"title":"A car park","topic":null,"wording":"A car park."}','{"kind":"form","team":"T0PRACTICE","view":"V00000090"}','0a9f96c001a1487d875e24a7efcc224edc051eb4d66c752fb973a3eb07f31a85','c932331656cf1cde6ccd174c0ba52cb6c4c325b15fa8ed3aaccf80e8a848ac67');
INSERT INTO "register" VALUES(14,1,14,'2022-09-06 08:30:00.000000','vote-opened','SEF-D4',0,2,'Ada','mersey-care',0,'{"excluded":[],"voters":["Cheshire and Merseyside ICB","Sefton Council","Mersey Care","Southport and Ormskirk","LUHFT","Alder Hey","Healthwatch Sefton","Southport and Formby PCN","South Sefton PCN","Sefton CVS","One Vision Housing"]}','{"channel":"C0SEFTON","kind":"press","message":"1662453000.000038","team":"T0PRACTICE"}','c932331656cf1cde6ccd174c0ba52cb6c4c325b15fa8ed3aaccf80e8a848ac67','eec5b81ae11ce583ac764aaa4eb75f85b326f1a0f16ae4ba858bfc066115296d');
INSERT INTO "register" VALUES(15,1,15,'2022-09-06 08:30:00.000000','vote-cast','SEF-D4',0,2,'Ada','mersey-care',0,'{"version":1,"vote":"for","voter":"mersey-care","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000113"}','eec5b81ae11ce583ac764aaa4eb75f85b326f1a0f16ae4ba858bfc066115296d','ec4502fefd990e6eed780178d282268386f34a1f62befda1e273ec3255016528');
INSERT INTO "register" VALUES(16,1,16,'2022-09-06 08:30:00.000000','vote-cast','SEF-D4',0,5,'Ben','luhft',0,'{"version":1,"vote":"abstain","voter":"luhft","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000122"}','ec4502fefd990e6eed780178d282268386f34a1f62befda1e273ec3255016528','e81d8f166bb2956ce8106cd5c7a75dee59855854bcdca801cf51e11dfaf71688');
INSERT INTO "register" VALUES(17,1,17,'2022-09-06 08:30:00.000000','vote-cast','SEF-D4',0,1,'Sam','sefton-council',1,'{"evidence":"By telephone","version":1,"vote":"abstain","voter":"sefton-council","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000134"}','e81d8f166bb2956ce8106cd5c7a75dee59855854bcdca801cf51e11dfaf71688','6a6aad3071f247122383509d0f2be108b7b135a2362de9db445974bca467b509');
INSERT INTO "register" VALUES(18,1,18,'2022-09-06 08:30:00.000000','decision-proposed','SEF-D5',0,2,'Ada','mersey-care',0,'{"affected":[],"closes_on":"2022-09-07","concerned":[],"conflicted":[],"element":null,"files":[],"level":null,"papers":"","reasons":"Demand","recused":[],"rule":"recommendation","terms_id":1,"title":"A bus stop","topic":null,"wording":"A bus stop."}','{"kind":"form","team":"T0PRACTICE","view":"V00000145"}','6a6aad3071f247122383509d0f2be108b7b135a2362de9db445974bca467b509','3340db889f9987389232b0d9caf793409e5d5781c73e2a4e2989d280fbc8bed3');
INSERT INTO "register" VALUES(19,1,19,'2022-09-06 08:30:00.000000','vote-opened','SEF-D5',0,2,'Ada','mersey-care',0,'{"excluded":[],"voters":["Cheshire and Merseyside ICB","Sefton Council","Mersey Care","Southport and Ormskirk","LUHFT","Alder Hey","Healthwatch Sefton","Southport and Formby PCN","South Sefton PCN","Sefton CVS","One Vision Housing"]}','{"channel":"C0SEFTON","kind":"press","message":"1662453000.000054","team":"T0PRACTICE"}','3340db889f9987389232b0d9caf793409e5d5781c73e2a4e2989d280fbc8bed3','41dc24a2f6a57926086a008424246c5d0f6c84616d3976418f60c688e3f93ddc');
INSERT INTO "register" VALUES(20,1,20,'2022-09-06 08:30:00.000000','vote-cast','SEF-D5',0,2,'Ada','mersey-care',0,'{"version":1,"vote":"for","voter":"mersey-care","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000168"}','41dc24a2f6a57926086a008424246c5d0f6c84616d3976418f60c688e3f93ddc','54c3cb1876bd5c9604d8b182c27147fd585c542c1553442abf8a7b92afd27c18');
INSERT INTO "register" VALUES(21,1,21,'2022-09-07 23:00:00.000000','decision-carried','SEF-D5',0,NULL,'Accord',NULL,0,'{"result":{"abstain":0,"against":0,"base":1,"beyond_reach":false,"by_casting_vote":false,"carried":true,"counts":"partners","in_favour":1,"kind":"consensus","missing":0,"needed":1,"of":null,"other":null,"quorate":true,"quorum":1,"reached":1,"silent":10,"tied":false,"who":["present"]},"votes":{"mersey-care":"for"}}','{}','54c3cb1876bd5c9604d8b182c27147fd585c542c1553442abf8a7b92afd27c18','45ebc184842bb70e694faa59bf33e97879aa046bb22681ccf5aad2f9ad61c49d');
INSERT INTO "register" VALUES(22,1,22,'2022-09-08 08:00:00.000000','notice-delivered','SEF-D5',0,NULL,'Accord','sefton-council',0,'{"kind":"decided","proof":"slack:D0JOE:F00000215 sha256:dcaf4007c5e3e048e7e6a9ac2dca2fdad73d3cbdfd286403842090fcf178cb72"}','{}','45ebc184842bb70e694faa59bf33e97879aa046bb22681ccf5aad2f9ad61c49d','e8071e8b825495a8ab1bd4a026c68eb66462b5549ee759f7908ae7598448d1d7');
INSERT INTO "register" VALUES(23,1,23,'2022-09-08 08:00:00.000000','notice-delivered','SEF-D5',0,NULL,'Accord','luhft',0,'{"kind":"decided","proof":"slack:D0BEN:F00000217 sha256:ca58b34f4df26c0d6fca1cf2652b3daaac09afe0570718da4306329c66ae6c92"}','{}','e8071e8b825495a8ab1bd4a026c68eb66462b5549ee759f7908ae7598448d1d7','5f0d2b98300c2376ad90f36c5c844d5564cc69325c3dc9c0d355d1756f438041');
INSERT INTO "register" VALUES(24,1,24,'2022-09-08 08:00:00.000000','notice-delivered','SEF-D5',0,NULL,'Accord','icb',0,'{"kind":"decided","proof":"slack:D0IDA:F00000228 sha256:c17cc9dfabc4f8aa10500b99456d20e83c8df8b34839e892f41ad59b9ef6e6ef"}','{}','5f0d2b98300c2376ad90f36c5c844d5564cc69325c3dc9c0d355d1756f438041','5297d8d25d959540974f6adaee982820dee370b9763e9ca7ccd0368bd7bfea71');
INSERT INTO "register" VALUES(25,1,25,'2022-09-08 08:00:00.000000','notice-delivered','SEF-D5',0,NULL,'Accord','mersey-care',0,'{"kind":"decided","proof":"slack:D0ADA:F00000225 sha256:a32641063125f51bbe74339037a6e822382e1e5b0605268a1d5c544f14ad4ed1"}','{}','5297d8d25d959540974f6adaee982820dee370b9763e9ca7ccd0368bd7bfea71','2b4ce43ec4c0450cc279cb28f8e1412d48b06f52825e87f77e3a4a49afed68cb');
INSERT INTO "register" VALUES(26,1,26,'2022-09-08 08:00:00.000000','notice-delivered','SEF-D5',0,NULL,'Accord','southport-ormskirk',0,'{"kind":"decided","proof":"slack:D0KIM:F00000223 sha256:e1cedc56ffff3ae32c21bc696f25ba4e67cc8b73aff3cdf82f156d19462d35a0"}','{}','2b4ce43ec4c0450cc279cb28f8e1412d48b06f52825e87f77e3a4a49afed68cb','4288c7cc0f7ffabe255b62617842a8d994bbb6a9defb131e687f744c11abe822');
INSERT INTO "register" VALUES(27,1,27,'2022-09-08 08:00:00.000000','notice-delivered','SEF-D5',0,NULL,'Accord','alder-hey',0,'{"kind":"decided","proof":"slack:D0GIL:F00000230 sha256:58a9acef832f72b3919dbe5caf3bc5f3daaa2d8d82a0e59a8fc6082d9f7a07dd"}','{}','4288c7cc0f7ffabe255b62617842a8d994bbb6a9defb131e687f744c11abe822','8eb9ebb0bdeb65e5b8362e53ee04f847ca890c098fbc5a650a9446e3438bb024');
INSERT INTO "register" VALUES(28,1,28,'2022-09-08 08:00:00.000000','notice-delivered','SEF-D5',0,NULL,'Accord','healthwatch-sefton',0,'{"kind":"decided","proof":"slack:D0LOU:F00000233 sha256:5d3d136fcf892668ea1446881b31c78bbf75d0855c7b772e164a556913db4bc3"}','{}','8eb9ebb0bdeb65e5b8362e53ee04f847ca890c098fbc5a650a9446e3438bb024','dd125bf6dac243dda077ce6227260c16bcf1d61d90768f0abcb287854b25f04f');
INSERT INTO "register" VALUES(29,1,29,'2022-09-08 08:00:00.000000','notice-delivered','SEF-D5',0,NULL,'Accord','southport-formby-pcn',0,'{"kind":"decided","proof":"slack:D0CLEO:F00000219 sha256:57e0c1df6dd0757c138bbd034c7e106a9088389409c2ad28a38d037cba808629"}','{}','dd125bf6dac243dda077ce6227260c16bcf1d61d90768f0abcb287854b25f04f','2d7669aadcf9580e1174585c034f423af14c2ab634e7c3742d74d5fd41761f20');
INSERT INTO "register" VALUES(30,1,30,'2022-09-08 08:00:00.000000','notice-delivered','SEF-D5',0,NULL,'Accord','one-vision-housing',0,'{"kind":"decided","proof":"slack:D0MAX:F00000235 sha256:28f5a202e6455695b7a7b080469cf75b5195fec25b0d48e854ba8600fdac0b08"}','{}','2d7669aadcf9580e1174585c034f423af14c2ab634e7c3742d74d5fd41761f20','1603c2198fce7b7aca752f960b439a353842d0ddc85a3e625fdd2d935684bd8d');
INSERT INTO "register" VALUES(31,1,31,'2022-09-08 08:00:00.000000','notice-delivered','SEF-D5',0,NULL,'Accord','south-sefton-pcn',0,'{"kind":"decided","proof":"slack:D0CLEO:F00000256 sha256:b31fcdf2bef0f8e3f88ec4f410cdde9542820d5d3b2292040f7183b185460aa8"}','{}','1603c2198fce7b7aca752f960b439a353842d0ddc85a3e625fdd2d935684bd8d','19fe9a6323b863f413cf6d7fb8e21d874d92304f03462a067003b62d7b84f0f8');
INSERT INTO "said_of_posts" VALUES(1,'holdings:7:2022-06-30:over','2022-09-06 08:30:00.000000');
INSERT INTO "said_of_posts" VALUES(2,'holdings:7:2022-06-30:0','2022-09-06 08:30:00.000000');
INSERT INTO "said_of_posts" VALUES(3,'holdings:7:2022-06-30:14','2022-09-06 08:30:00.000000');
INSERT INTO "said_of_posts" VALUES(4,'holdings:7:2022-06-30:60','2022-09-06 08:30:00.000000');
INSERT INTO "submissions" VALUES(1,'slack:V00000003','2022-09-06 08:30:00.000000','d422d13ce99449ffb7abfef9f3807c670f8c8a2267d4ae60eda71ef5e24668f1');
INSERT INTO "submissions" VALUES(2,'slack:V00000026','2022-09-06 08:30:00.000000','eeb16f380a1b415801c96e2dcde047acb5a06e2ac88fce75f80705c961a1ac73');
INSERT INTO "submissions" VALUES(3,'slack:V00000035','2022-09-06 08:30:00.000000','5fc485b8e5256eb2c9826cc89704c5ec09c6410fa5d1744f8f78f25362ab11f3');
INSERT INTO "submissions" VALUES(4,'slack:V00000058','2022-09-06 08:30:00.000000','eeb16f380a1b415801c96e2dcde047acb5a06e2ac88fce75f80705c961a1ac73');
INSERT INTO "submissions" VALUES(5,'slack:V00000067','2022-09-06 08:30:00.000000','ae0334d3c8fe125c060acefc234d633924509ebec9b7826107456d1d01f7bd27');
INSERT INTO "submissions" VALUES(6,'slack:V00000090','2022-09-06 08:30:00.000000','4d27a0f360d2ef05025ef3d6908a6aee853b71b52aa220515eb60f378c8abda1');
INSERT INTO "submissions" VALUES(7,'slack:V00000113','2022-09-06 08:30:00.000000','eeb16f380a1b415801c96e2dcde047acb5a06e2ac88fce75f80705c961a1ac73');
INSERT INTO "submissions" VALUES(8,'slack:V00000122','2022-09-06 08:30:00.000000','eeb16f380a1b415801c96e2dcde047acb5a06e2ac88fce75f80705c961a1ac73');
INSERT INTO "submissions" VALUES(9,'slack:V00000134','2022-09-06 08:30:00.000000','3df64208cdc4bde552f19dd2ab923f142f53f48b129d5c4950660d056e47385f');
INSERT INTO "submissions" VALUES(10,'slack:V00000145','2022-09-06 08:30:00.000000','bcba03e8a728d8b3c85871364eec64296104bd1443161dd7c94937bfcc54316d');
INSERT INTO "submissions" VALUES(11,'slack:V00000168','2022-09-06 08:30:00.000000','eeb16f380a1b415801c96e2dcde047acb5a06e2ac88fce75f80705c961a1ac73');
INSERT INTO "terms" VALUES(1,1,1,'8451a4b9e383c187d58ef521d96351512936bea27b8959e77c64b87144d3a6ae','{"clause": "1.3", "note": "Each partner keeps its own statutory and regulatory duties (1.5, 7.1) and answers to its own board or cabinet.", "id": "sefton-2022", "title": "Collaboration agreement for the Sefton Partnership", "short_title": "Sefton Partnership", "prefix": "SEF", "document_version": "3", "dated": "2022, day and month left blank", "alongside": ["Services contracts between the ICB and the providers", "Services contracts between the Council and the providers", "Section 75 agreement between the ICB and the Council for 2022/23"], "operational_days": "operational-days", "calendars": {"operational-days": {"clause": "Schedule 1", "note": "The document takes out Saturdays, Sundays and bank holidays in England. Good Friday and Christmas Day are not bank holidays by statute; they are counted as closed, as the published list of bank holidays has them.", "base": "england-and-wales"}, "foi": {"clause": "Schedule 1 (FOIA)", "note": "Freedom of Information Act 2000, section 10. A bank holiday in any part of the United Kingdom is closed.", "base": "uk-any-part"}}, "clocks": {"issue_discussion": {"clause": "5.2", "note": "No limit is set for notifying the others. Clause 5.2 writes operational days in small letters; the defined term of Schedule 1 is taken to be meant.", "name": "Resolve an issue by discussion", "limit": {"number": 20, "unit": "operational-days", "calendar": "operational-days"}, "counts_from": "notified"}, "foi_response": {"clause": "5.3", "note": "Set by the Act for the partner that received the request. It runs on while that partner liaises with the board.", "name": "Answer a request for information", "limit": {"number": 20, "unit": "operational-days", "calendar": "foi"}, "counts_from": "received", "statutory": true}}, "nudges": {"note": "The document says nothing about reminders; these are the usual ones."}, "categories": [{"key": "commissioner", "name": "Commissioner"}, {"key": "council", "name": "Council, commissioner and provider"}, {"key": "provider", "name": "Provider"}, {"key": "primary-care", "name": "Primary care network"}], "partners": [{"key": "icb", "name": "NHS Cheshire and Merseyside Integrated Care Board", "short": "Cheshire and Merseyside ICB", "roles": ["commissioner"], "category": "commissioner", "aliases": ["ICB", "C&M ICB", "C&M ICB/ICB", "Cheshire & Merseyside Integrated Care Board"], "public_authority": true, "contact": "CM.partnership@nhs.net"}, {"clause": "Background (e)", "note": "Commissions social care and public health; provides social care and locality services, itself or by contract.", "key": "sefton-council", "name": "Sefton Metropolitan Borough Council", "short": "Sefton Council", "roles": ["commissioner", "provider"], "category": "council", "aliases": ["the Council", "Sefton MBC"], "public_authority": true, "printed_number": "2 on the cover, none in the parties clause"}, {"key": "mersey-care", "name": "Mersey Care NHS Foundation Trust", "short": "Mersey Care", "roles": ["provider"], "category": "provider", "aliases": ["MCFT"], "public_authority": true, "printed_number": "3 on the cover, 2 in the parties clause"}, {"note": "The parties clause misprints its short form with a dollar sign.", "key": "southport-ormskirk", "name": "Southport and Ormskirk Hospital NHS Trust", "short": "Southport and Ormskirk", "roles": ["provider"], "category": "provider", "aliases": ["S&OHT", "$&OHT"], "public_authority": true, "printed_number": "4 on the cover, 3 in the parties clause"}, {"key": "luhft", "name": "Liverpool University Hospitals NHS Foundation Trust", "short": "LUHFT", "roles": ["provider"], "category": "provider", "aliases": ["Liverpool University Hospitals"], "public_authority": true, "printed_number": "5 on the cover, 4 in the parties clause"}, {"key": "alder-hey", "name": "Alder Hey Children''s Hospital NHS Foundation Trust", "short": "Alder Hey", "roles": ["provider"], "category": "provider", "aliases": ["AHCFT"], "public_authority": true, "printed_number": "6 on the cover, 5 in the parties clause"}, {"note": "Has the same address as Sefton CVS.", "key": "healthwatch-sefton", "name": "Healthwatch Sefton", "short": "Healthwatch Sefton", "roles": ["provider"], "category": "provider", "aliases": ["Healthwatch"], "related": ["sefton-cvs"], "printed_number": "7 on the cover, 6 in the parties clause"}, {"key": "southport-formby-pcn", "name": "Southport and Formby Primary Care Network", "short": "Southport and Formby PCN", "roles": ["provider"], "category": "primary-care", "aliases": ["Primary Care Networks/PCNs", "Primary Care"], "printed_number": "8 on the cover, 7 in the parties clause"}, {"key": "south-sefton-pcn", "name": "South Sefton Primary Care Network", "short": "South Sefton PCN", "roles": ["provider"], "category": "primary-care", "aliases": ["Primary Care Networks/PCNs", "Primary Care"], "printed_number": "9 on the cover, 8 in the parties clause"}, {"note": "Has the same address as Healthwatch Sefton.", "key": "sefton-cvs", "name": "Sefton Council for Voluntary Service", "short": "Sefton CVS", "roles": ["provider"], "category": "provider", "aliases": ["CVS"], "related": ["healthwatch-sefton"], "printed_number": "10 on the cover, 9 in the parties clause"}, {"key": "one-vision-housing", "name": "One Vision Housing", "short": "One Vision Housing", "roles": ["provider"], "category": "provider", "printed_number": "11 on the cover, 10 in the parties clause"}], "leads": {"clause": "8.6", "note": "The document asks for appointed members or attendees with deputies, and does not speak of leads."}, "topics": [{"clause": "8.2", "key": "strategic-policy", "name": "Strategic policy of the place partnership"}, {"clause": "1.2.4", "key": "place-plan", "name": "The place plan for 2022/23"}, {"clause": "8.8", "key": "governance", "name": "Governance and joint decision-making"}, {"clause": "10.2", "key": "risk-reward", "name": "Sharing risk and reward"}], "objectives": [{"clause": "3.1", "key": "education", "name": "Education and training open choices for young people"}, {"clause": "3.1", "key": "first-1001-days", "name": "A best start in the first 1001 days"}, {"clause": "3.1", "key": "transition", "name": "A good transition to adulthood"}, {"clause": "3.1", "key": "fulfilling-role", "name": "A fulfilling role for everyone"}, {"clause": "3.1", "key": "prevention", "name": "Prevention and early intervention"}, {"clause": "3.1", "key": "connected-older-people", "name": "Older people active and connected"}, {"clause": "3.1", "key": "support-in-age", "name": "Support in age with dignity and choice"}, {"clause": "3.1", "key": "age-friendly-places", "name": "Communities and homes fit for later life"}, {"clause": "3.1", "key": "healthy-places", "name": "Places that make health easy"}, {"clause": "3.2", "key": "decide-together", "name": "Decisions on a Best for Sefton basis"}], "principles": [{"clause": "4.3.1", "key": "single-vision", "name": "One vision and few priorities"}, {"clause": "4.3.2", "key": "financial-sustainability", "name": "Financial sustainability"}, {"clause": "4.3.3", "key": "person-centred", "name": "Person-centred and co-produced"}, {"clause": "4.3.4", "key": "ethical", "name": "Ethical and open"}, {"clause": "4.3.5", "key": "lessons-of-covid", "name": "Acting as one"}, {"clause": "4.3.6", "key": "innovation", "name": "Innovation and digital"}, {"clause": "4.3.7", "key": "population-health", "name": "Population health and shared data"}], "programmes": [{"clause": "2.1", "key": "start-well", "name": "Start Well"}, {"clause": "2.1", "key": "live-well", "name": "Live Well"}, {"clause": "2.1", "key": "age-well", "name": "Age Well"}, {"clause": "2.1", "note": "Further priority programmes may be added during the term, Background (d).", "key": "all-age", "name": "All Age"}], "forums": [{"clause": "8.2", "note": "No substantive delegation for the rest of 2022/23, so it recommends and does not decide. Members or their deputies come to every meeting (8.6). How often it meets is left to its terms of reference (8.4).", "key": "partnership-board", "name": "Sefton Partnership board", "kind": "board", "outcome": "recommendation", "chair": {"clause": "8.5", "note": "The chair also represents Sefton on the Cheshire and Merseyside ICP.", "follows": "health-and-wellbeing-board", "deputy": "GP lead clinician from Sefton"}, "reports_to": ["health-and-wellbeing-board", "icb-board"], "all_partners_attend": true}, {"clause": "8.9", "note": "A committee of the Council. Part of the partnership''s structure (8.1), it receives the board''s reports.", "key": "health-and-wellbeing-board", "name": "Sefton Health and Wellbeing Board", "kind": "committee", "outcome": "decision", "outside": true}, {"clause": "8.3.2", "key": "icb-board", "name": "Cheshire and Merseyside Integrated Care Board", "kind": "board", "outcome": "decision", "outside": true}, {"clause": "8.5", "key": "cm-icp", "name": "Cheshire and Merseyside Integrated Care Partnership", "kind": "board", "outcome": "decision", "outside": true}], "decision_rules": {"recommendation": {"clause": "8.7", "note": "Consensus of the partners present. No vote and no quorum are stated; the terms of reference may say more.", "name": "Recommendation of the board", "forum": "partnership-board", "who": ["present"], "threshold": {"kind": "consensus"}, "quorum": {"clause": "ToR 5", "fraction": "1/2"}}, "agreement": {"clause": "1.5", "note": "Needed before this agreement takes precedence over a services contract.", "name": "Agreement of all partners", "threshold": {"kind": "unanimous"}, "written": true}, "variation": {"clause": "13", "name": "Variation", "threshold": {"kind": "unanimous"}, "written": true}, "consent": {"clause": "9.1.2", "note": "Silence is not consent, and a consent given after taking part does not cure it.", "name": "Consent of the other partners to a conflicted one", "who": ["all-but-concerned"], "threshold": {"kind": "unanimous"}}, "governance": {"clause": "8.8", "note": "The document names the approval of the relevant bodies and no threshold; agreement of all is assumed.", "name": "New governance arrangements", "threshold": {"kind": "unanimous"}, "topics": ["governance"], "ratified_by_each": true}, "ordinary": {"clause": "ToR 6", "name": "Resolution", "forum": "partnership-board", "who": ["present-and-voting"], "threshold": {"kind": "more-than", "of": "1/2"}, "quorum": {"clause": "ToR 6", "number": 3}}}, "issues": {"clause": "5", "note": "An extension by the affected partners is assumed; the document does not speak of one.", "approach": ["no-blame", "mutual-benefit", "equal-parties", "not-adversarial", "good-faith"], "approach_clause": "5.1", "stages": [{"clause": "5.2", "note": "Nothing is said about what follows when the discussion fails.", "key": "discussion", "name": "Discussion between the partners", "kind": "discussion", "clock": "issue_discussion", "moved_on_by": ["affected-partner", "secretary"]}]}, "reviews": [{"clause": "12", "note": "Counted from 1 July 2022 whenever the agreement is signed. The partners may review at any other time too.", "key": "six-monthly", "name": "Six-monthly review", "looks_at": ["Progress made", "Terms of the agreement"], "counts_from": "fixed-date", "on": "2022-07-01", "every": {"number": 6, "unit": "months"}}, {"clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "key": "chairing", "name": "Chairing arrangements", "looks_at": ["Who chairs the board and who is deputy"], "by": "partnership-board", "counts_from": "commencement"}, {"clause": "8.8", "note": "During 2022/23. What comes of it needs the approval of the relevant bodies.", "key": "governance", "name": "Governance arrangements", "looks_at": ["Governance of the partnership", "A joint committee under the Health and Care Act 2022"], "completed_by": "2023-03-31"}], "conflicts": {"clause": "9.1.1", "note": "Consent of the other partners before taking part is clause 9.1.2; the Council''s two roles are Background (e). Clause 9.1.2 ends in \"and\" with nothing after it.", "apparent": true, "may_arise": true, "of_people": true, "disclosed_to": "all-partners", "within": "immediately", "consent_of": "other-partners", "consent_before": "participating", "dual_roles_declare": true}, "signatures": {"clause": "1.5", "note": "Each partner confirms that it has its authorisations and its leadership body''s approval. No signature block is printed, though variations must be signed (13); another may sign on a partner''s behalf.", "forms": ["unstated"], "no_printed_block": true, "authority_attested": true, "on_behalf_allowed": true, "effect": {"clause": "12.1", "note": "Takes effect on the date entered on page one, which is blank.", "rule": "stated-date"}}, "changes": [{"clause": "13", "note": "All partners are taken to be meant. A review of the terms (12) still needs this.", "how": "variation", "rule": "variation", "written": true, "signed": true}], "term": {"clause": "12.1", "note": "Runs until ended under its terms, but it has no terms for ending it.", "open_ended": true}, "enquiries": {"clause": "5.3", "note": "Liaison on what the response says, not approval. Clause 11.5 holds every partner subject to FOIA, though some may not be public authorities; those are left open.", "kinds": ["Formal enquiry", "Complaint", "Claim", "Threat of action", "Supplier''s claim", "Request under FOIA"], "liaise_with": "partnership-board", "before_response": true, "clocks": ["foi_response"]}, "milestones": [{"clause": "1.2.4", "note": "Called place plan, Place Delivery Plan and place delivery plan.", "key": "place-plan", "name": "Place plan for 2022/23", "condition": "Implemented once the partners have agreed it"}, {"clause": "8.2", "key": "no-delegation", "name": "End of the year without substantive delegation to place", "on": "2023-03-31", "precision": "financial-year", "owner": "partnership-board"}], "oddities": ["The parties are numbered 1 to 11 on the cover; the parties clause leaves the Council unnumbered and counts to 10.", "Clause 12.1 refers to the variations clause by a broken cross-reference.", "Schedule 1 places the principles in clause 7.3; they are in 4.3.", "Clause 9.1.2 ends as if a 9.1.3 followed.", "Claims and Insolvency are defined and never used.", "Versions 1 and 3 are dated by month only.", "The definition of confidential information covers the provisions of the agreement itself."], "open": [{"key": "commencement", "question": "On which day does the agreement commence? The date on page one is blank.", "path": "term.begins"}, {"key": "chairing-interval", "question": "Are the chairing arrangements reviewed twice a year or every two years (8.5, bi-annual)?", "path": "reviews.chairing.every", "choices": ["6 months", "2 years"]}, {"key": "after-discussion", "question": "What happens when the discussion has not resolved an issue within 20 operational days (5.2)?"}, {"key": "ending", "question": "How may the agreement be ended? Clause 12.1 refers to terms that are not there."}, {"key": "signing", "question": "Which forms of signature do the partners accept? No signature block is printed.", "path": "signatures.forms", "choices": ["in-chat", "scanned-pdf", "scanned-jpeg", "wet-ink"]}, {"key": "public-authorities", "question": "Which of Healthwatch, the PCNs, Sefton CVS and One Vision Housing does FOIA bind (11.5)?"}, {"key": "information-requests", "question": "Within what time does a partner answer another''s request for information (6)?"}]}','# Collaboration agreement for the Sefton Partnership (2022, version 3).
# Facts in our own words. `clause` is the number printed in the body of the document.

id: sefton-2022
title: Collaboration agreement for the Sefton Partnership
short_title: Sefton Partnership
prefix: SEF
document_version: ''3''
dated: 2022, day and month left blank
clause: ''1.3''
binding: false
note: Each partner keeps its own statutory and regulatory duties (1.5, 7.1) and 
  answers to its own board or cabinet.
alongside:
- Services contracts between the ICB and the providers
- Services contracts between the Council and the providers
- Section 75 agreement between the ICB and the Council for 2022/23

# --- Time ---

timezone: Europe/London
working_hours: [09:00, 17:00]
operational_days: operational-days

calendars:
  operational-days:
    clause: Schedule 1
    base: england-and-wales
    note: >-
      The document takes out Saturdays, Sundays and bank holidays in England. Good
      Friday and Christmas Day are not bank
      holidays by statute; they are counted as closed, as the published list of bank
      holidays has them.
  foi:
    clause: Schedule 1 (FOIA)
    base: uk-any-part
    note: Freedom of Information Act 2000, section 10. A bank holiday in any 
      part of the United Kingdom is closed.

clocks:
  issue_discussion:
    name: Resolve an issue by discussion
    clause: ''5.2''
    counts_from: notified
    limit: {number: 20, unit: operational-days, calendar: operational-days}
    note: >-
      No limit is set for notifying the others. Clause 5.2 writes operational days
      in small letters; the defined term of
      Schedule 1 is taken to be meant.
  foi_response:
    name: Answer a request for information
    clause: ''5.3''
    statutory: true
    counts_from: received
    limit: {number: 20, unit: operational-days, calendar: foi}
    note: >-
      Set by the Act for the partner that received the request. It runs on while that
      partner liaises with the board.

nudges:
  before: [10, 5, 2, 1, 0]
  after_every: 2
  note: The document says nothing about reminders; these are the usual ones.

# --- Who ---

categories:
- {key: commissioner, name: Commissioner}
- {key: council, name: ''Council, commissioner and provider''}
- {key: provider, name: Provider}
- {key: primary-care, name: Primary care network}

partners:
- key: icb
  name: NHS Cheshire and Merseyside Integrated Care Board
  short: Cheshire and Merseyside ICB
  roles: [commissioner]
  category: commissioner
  aliases: [ICB, C&M ICB, C&M ICB/ICB, Cheshire & Merseyside Integrated Care 
      Board]
  contact: CM.partnership@nhs.net
  public_authority: true
- key: sefton-council
  name: Sefton Metropolitan Borough Council
  short: Sefton Council
  roles: [commissioner, provider]
  category: council
  clause: Background (e)
  aliases: [the Council, Sefton MBC]
  printed_number: 2 on the cover, none in the parties clause
  public_authority: true
  note: Commissions social care and public health; provides social care and 
    locality services, itself or by contract.
- key: mersey-care
  name: Mersey Care NHS Foundation Trust
  short: Mersey Care
  roles: [provider]
  category: provider
  aliases: [MCFT]
  printed_number: 3 on the cover, 2 in the parties clause
  public_authority: true
- key: southport-ormskirk
  name: Southport and Ormskirk Hospital NHS Trust
  short: Southport and Ormskirk
  roles: [provider]
  category: provider
  aliases: [S&OHT, $&OHT]
  printed_number: 4 on the cover, 3 in the parties clause
  public_authority: true
  note: The parties clause misprints its short form with a dollar sign.
- key: luhft
  name: Liverpool University Hospitals NHS Foundation Trust
  short: LUHFT
  roles: [provider]
  category: provider
  aliases: [Liverpool University Hospitals]
  printed_number: 5 on the cover, 4 in the parties clause
  public_authority: true
- key: alder-hey
  name: Alder Hey Children''s Hospital NHS Foundation Trust
  short: Alder Hey
  roles: [provider]
  category: provider
  aliases: [AHCFT]
  printed_number: 6 on the cover, 5 in the parties clause
  public_authority: true
- key: healthwatch-sefton
  name: Healthwatch Sefton
  short: Healthwatch Sefton
  roles: [provider]
  category: provider
  aliases: [Healthwatch]
  related: [sefton-cvs]
  printed_number: 7 on the cover, 6 in the parties clause
  note: Has the same address as Sefton CVS.
- key: southport-formby-pcn
  name: Southport and Formby Primary Care Network
  short: Southport and Formby PCN
  roles: [provider]
  category: primary-care
  aliases: [Primary Care Networks/PCNs, Primary Care]
  printed_number: 8 on the cover, 7 in the parties clause
- key: south-sefton-pcn
  name: South Sefton Primary Care Network
  short: South Sefton PCN
  roles: [provider]
  category: primary-care
  aliases: [Primary Care Networks/PCNs, Primary Care]
  printed_number: 9 on the cover, 8 in the parties clause
- key: sefton-cvs
  name: Sefton Council for Voluntary Service
  short: Sefton CVS
  roles: [provider]
  category: provider
  aliases: [CVS]
  related: [healthwatch-sefton]
  printed_number: 10 on the cover, 9 in the parties clause
  note: Has the same address as Healthwatch Sefton.
- key: one-vision-housing
  name: One Vision Housing
  short: One Vision Housing
  roles: [provider]
  category: provider
  printed_number: 11 on the cover, 10 in the parties clause

leads:
  clause: ''8.6''
  one_per_partner: true
  note: The document asks for appointed members or attendees with deputies, and 
    does not speak of leads.

forums:
- key: partnership-board
  name: Sefton Partnership board
  kind: board
  outcome: recommendation
  clause: ''8.2''
  reports_to: [health-and-wellbeing-board, icb-board]
  all_partners_attend: true
  chair:
    clause: ''8.5''
    follows: health-and-wellbeing-board
    deputy: GP lead clinician from Sefton
    note: The chair also represents Sefton on the Cheshire and Merseyside ICP.
  note: >-
    No substantive delegation for the rest of 2022/23, so it recommends and does not
    decide. Members or their deputies
    come to every meeting (8.6). How often it meets is left to its terms of reference
    (8.4).
- key: health-and-wellbeing-board
  name: Sefton Health and Wellbeing Board
  kind: committee
  outcome: decision
  clause: ''8.9''
  outside: true
  note: A committee of the Council. Part of the partnership''s structure (8.1), 
    it receives the board''s reports.
- key: icb-board
  name: Cheshire and Merseyside Integrated Care Board
  kind: board
  outcome: decision
  clause: 8.3.2
  outside: true
- key: cm-icp
  name: Cheshire and Merseyside Integrated Care Partnership
  kind: board
  outcome: decision
  clause: ''8.5''
  outside: true

# --- What may be decided, by whom ---

objectives:
- {key: education, name: Education and training open choices for young people, 
    clause: ''3.1''}
- {key: first-1001-days, name: A best start in the first 1001 days, clause: ''3.1''}
- {key: transition, name: A good transition to adulthood, clause: ''3.1''}
- {key: fulfilling-role, name: A fulfilling role for everyone, clause: ''3.1''}
- {key: prevention, name: Prevention and early intervention, clause: ''3.1''}
- {key: connected-older-people, name: Older people active and connected, clause: ''3.1''}
- {key: support-in-age, name: Support in age with dignity and choice, clause: ''3.1''}
- {key: age-friendly-places, name: Communities and homes fit for later life, 
    clause: ''3.1''}
- {key: healthy-places, name: Places that make health easy, clause: ''3.1''}
- {key: decide-together, name: Decisions on a Best for Sefton basis, clause: ''3.2''}

principles:
- {key: single-vision, name: One vision and few priorities, clause: 4.3.1}
- {key: financial-sustainability, name: Financial sustainability, clause: 4.3.2}
- {key: person-centred, name: Person-centred and co-produced, clause: 4.3.3}
- {key: ethical, name: Ethical and open, clause: 4.3.4}
- {key: lessons-of-covid, name: Acting as one, clause: 4.3.5}
- {key: innovation, name: Innovation and digital, clause: 4.3.6}
- {key: population-health, name: Population health and shared data, clause: 
    4.3.7}

programmes:
- {key: start-well, name: Start Well, clause: ''2.1''}
- {key: live-well, name: Live Well, clause: ''2.1''}
- {key: age-well, name: Age Well, clause: ''2.1''}
- key: all-age
  name: All Age
  clause: ''2.1''
  note: Further priority programmes may be added during the term, Background 
    (d).

topics:
- {key: strategic-policy, name: Strategic policy of the place partnership, 
    clause: ''8.2''}
- {key: place-plan, name: The place plan for 2022/23, clause: 1.2.4}
- {key: governance, name: Governance and joint decision-making, clause: ''8.8''}
- {key: risk-reward, name: Sharing risk and reward, clause: ''10.2''}

decision_rules:
  recommendation:
    name: Recommendation of the board
    clause: ''8.7''
    forum: partnership-board
    who: [present]
    threshold: {kind: consensus}
    note: Consensus of the partners present. No vote and no quorum are stated; 
      the terms of reference may say more.
    quorum:
      fraction: 1/2
      clause: ToR 5
  agreement:
    name: Agreement of all partners
    clause: ''1.5''
    threshold: {kind: unanimous}
    written: true
    note: Needed before this agreement takes precedence over a services 
      contract.
  variation:
    name: Variation
    clause: ''13''
    threshold: {kind: unanimous}
    written: true
  consent:
    name: Consent of the other partners to a conflicted one
    clause: 9.1.2
    who: [all-but-concerned]
    threshold: {kind: unanimous}
    note: Silence is not consent, and a consent given after taking part does not
      cure it.
  governance:
    name: New governance arrangements
    clause: ''8.8''
    threshold: {kind: unanimous}
    topics: [governance]
    ratified_by_each: true
    note: The document names the approval of the relevant bodies and no 
      threshold; agreement of all is assumed.

  ordinary:
    name: Resolution
    clause: ToR 6
    forum: partnership-board
    who:
    - present-and-voting
    threshold:
      kind: more-than
      of: 1/2
    quorum:
      number: 3
      clause: ToR 6
issues:
  clause: ''5''
  approach: [no-blame, mutual-benefit, equal-parties, not-adversarial, 
      good-faith]
  approach_clause: ''5.1''
  notify: all-partners
  extension_by: affected-partners
  note: An extension by the affected partners is assumed; the document does not 
    speak of one.
  stages:
  - key: discussion
    name: Discussion between the partners
    kind: discussion
    clause: ''5.2''
    clock: issue_discussion
    moved_on_by: [affected-partner, secretary]
    settled_when: all-affected-agree
    on_time_up: ask
    note: Nothing is said about what follows when the discussion fails.

# --- Reviews, conflicts, signatures, term ---

reviews:
- key: six-monthly
  name: Six-monthly review
  clause: ''12''
  looks_at: [Progress made, Terms of the agreement]
  by: partners
  counts_from: fixed-date
  on: 2022-07-01
  every: {number: 6, unit: months}
  note: Counted from 1 July 2022 whenever the agreement is signed. The partners 
    may review at any other time too.
- key: chairing
  name: Chairing arrangements
  clause: ''8.5''
  looks_at: [Who chairs the board and who is deputy]
  by: partnership-board
  counts_from: commencement
  note: >-
    The document says bi-annual, which can mean twice a year or every two years. From
    when is not said; commencement is
    assumed.
- key: governance
  name: Governance arrangements
  clause: ''8.8''
  looks_at: [Governance of the partnership, A joint committee under the Health 
      and Care Act 2022]
  by: partners
  completed_by: 2023-03-31
  note: During 2022/23. What comes of it needs the approval of the relevant 
    bodies.

conflicts:
  clause: 9.1.1
  real: true
  apparent: true
  may_arise: true
  of_people: true
  disclosed_to: all-partners
  within: immediately
  consent_of: other-partners
  consent_before: participating
  dual_roles_declare: true
  note: >-
    Consent of the other partners before taking part is clause 9.1.2; the Council''s
    two roles are Background (e). Clause
    9.1.2 ends in "and" with nothing after it.

signatures:
  clause: ''1.5''
  forms: [unstated]
  counterparts: false
  no_printed_block: true
  authority_attested: true
  on_behalf_allowed: true
  effect:
    rule: stated-date
    and_all_signed: true
    clause: ''12.1''
    note: Takes effect on the date entered on page one, which is blank.
  note: >-
    Each partner confirms that it has its authorisations and its leadership body''s
    approval. No signature block is
    printed, though variations must be signed (13); another may sign on a partner''s
    behalf.

changes:
- how: variation
  rule: variation
  written: true
  signed: true
  clause: ''13''
  note: All partners are taken to be meant. A review of the terms (12) still 
    needs this.

term:
  clause: ''12.1''
  open_ended: true
  note: Runs until ended under its terms, but it has no terms for ending it.

# --- Enquiries and dates ---

enquiries:
  clause: ''5.3''
  kinds: [Formal enquiry, Complaint, Claim, Threat of action, Supplier''s claim, 
      Request under FOIA]
  liaise_with: partnership-board
  before_response: true
  clocks: [foi_response]
  note: >-
    Liaison on what the response says, not approval. Clause 11.5 holds every partner
    subject to FOIA, though some may
    not be public authorities; those are left open.

milestones:
- key: place-plan
  name: Place plan for 2022/23
  clause: 1.2.4
  condition: Implemented once the partners have agreed it
  note: Called place plan, Place Delivery Plan and place delivery plan.
- key: no-delegation
  name: End of the year without substantive delegation to place
  clause: ''8.2''
  on: 2023-03-31
  precision: financial-year
  owner: partnership-board

oddities:
- The parties are numbered 1 to 11 on the cover; the parties clause leaves the 
  Council unnumbered and counts to 10.
- Clause 12.1 refers to the variations clause by a broken cross-reference.
- Schedule 1 places the principles in clause 7.3; they are in 4.3.
- Clause 9.1.2 ends as if a 9.1.3 followed.
- Claims and Insolvency are defined and never used.
- Versions 1 and 3 are dated by month only.
- The definition of confidential information covers the provisions of the 
  agreement itself.

open:
- key: commencement
  question: On which day does the agreement commence? The date on page one is 
    blank.
  path: term.begins
- key: chairing-interval
  question: Are the chairing arrangements reviewed twice a year or every two 
    years (8.5, bi-annual)?
  path: reviews.chairing.every
  choices: [6 months, 2 years]
- key: after-discussion
  question: What happens when the discussion has not resolved an issue within 20
    operational days (5.2)?
- key: ending
  question: How may the agreement be ended? Clause 12.1 refers to terms that are
    not there.
- key: signing
  question: Which forms of signature do the partners accept? No signature block 
    is printed.
  path: signatures.forms
  choices: [in-chat, scanned-pdf, scanned-jpeg, wet-ink]
- key: public-authorities
  question: Which of Healthwatch, the PCNs, Sefton CVS and One Vision Housing 
    does FOIA bind (11.5)?
- key: information-requests
  question: Within what time does a partner answer another''s request for 
    information (6)?
','2022-09-06 08:30:00.000000');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('visits',0);
INSERT INTO "sqlite_sequence" VALUES('agreements',1);
INSERT INTO "sqlite_sequence" VALUES('terms',1);
INSERT INTO "sqlite_sequence" VALUES('register',31);
INSERT INTO "sqlite_sequence" VALUES('milestones',2);
INSERT INTO "sqlite_sequence" VALUES('deadlines',6);
INSERT INTO "sqlite_sequence" VALUES('people',15);
INSERT INTO "sqlite_sequence" VALUES('holdings',16);
INSERT INTO "sqlite_sequence" VALUES('accounts',14);
INSERT INTO "sqlite_sequence" VALUES('said_of_posts',4);
INSERT INTO "sqlite_sequence" VALUES('channels',1);
INSERT INTO "sqlite_sequence" VALUES('submissions',11);
INSERT INTO "sqlite_sequence" VALUES('decisions',5);
INSERT INTO "sqlite_sequence" VALUES('outbox',116);
INSERT INTO "sqlite_sequence" VALUES('ballots',6);
INSERT INTO "sqlite_sequence" VALUES('notices',11);
COMMIT;
