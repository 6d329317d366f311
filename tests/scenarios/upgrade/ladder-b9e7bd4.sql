BEGIN TRANSACTION;
CREATE TABLE accounts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	platform VARCHAR(10) NOT NULL, 
	workspace VARCHAR(40) NOT NULL, 
	user VARCHAR(40) NOT NULL, 
	person_id INTEGER NOT NULL, 
	link VARCHAR(30) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	zone_asked BOOLEAN NOT NULL, 
	home_opened_at DATETIME, 
	home_stale_at DATETIME, home_by_month BOOLEAN, home_month_on DATE, 
	CONSTRAINT fk_accounts_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT uq_accounts_platform_workspace_user UNIQUE (platform, workspace, user), 
	CONSTRAINT ck_accounts_link CHECK (link IN ('claimed', 'linked'))
);
INSERT INTO "accounts" VALUES(1,'slack','T0PRACTICE','U0SAM',1,'linked','2023-01-09 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(2,'slack','T0PRACTICE','U0ADA',2,'linked','2023-01-09 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(3,'slack','T0PRACTICE','U0BEN',3,'linked','2023-01-09 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(4,'slack','T0PRACTICE','U0JOE',4,'linked','2023-01-09 09:30:00.000000',1,NULL,NULL,NULL,NULL);
CREATE TABLE actions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	title VARCHAR(150) NOT NULL, 
	particulars TEXT NOT NULL, 
	kind VARCHAR(40), 
	partner VARCHAR(40) NOT NULL, 
	owner_id INTEGER, 
	source VARCHAR(40) NOT NULL, 
	source_id INTEGER NOT NULL, 
	source_reference VARCHAR(20) NOT NULL, 
	due_on DATE NOT NULL, 
	state VARCHAR(30) NOT NULL, 
	opened_by INTEGER NOT NULL, 
	opened_at DATETIME NOT NULL, 
	closed_at DATETIME, 
	closing_words TEXT, 
	CONSTRAINT fk_actions_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_actions_terms_id FOREIGN KEY(terms_id) REFERENCES terms (id), 
	CONSTRAINT fk_actions_owner_id FOREIGN KEY(owner_id) REFERENCES people (id), 
	CONSTRAINT fk_actions_opened_by FOREIGN KEY(opened_by) REFERENCES people (id), 
	CONSTRAINT uq_actions_agreement_id_number UNIQUE (agreement_id, number), 
	CONSTRAINT uq_actions_reference UNIQUE (reference), 
	CONSTRAINT ck_actions_actionstate CHECK (state IN ('open', 'done', 'dropped'))
);
CREATE TABLE agenda_items (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	title VARCHAR(150) NOT NULL, 
	words TEXT NOT NULL, 
	asked_for VARCHAR(40), 
	asked_by INTEGER NOT NULL, 
	asked_at DATETIME NOT NULL, 
	dropped_at DATETIME, 
	CONSTRAINT fk_agenda_items_asked_by FOREIGN KEY(asked_by) REFERENCES people (id), 
	CONSTRAINT fk_agenda_items_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id)
);
CREATE TABLE agreements (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR(40) NOT NULL, 
	prefix VARCHAR(6) NOT NULL, 
	issues_raised INTEGER NOT NULL, 
	register_entries INTEGER NOT NULL, 
	register_head VARCHAR(64) NOT NULL, 
	loaded_at DATETIME NOT NULL, decisions_proposed INTEGER DEFAULT '0' NOT NULL, actions_opened INTEGER DEFAULT '0' NOT NULL, conflicts_declared INTEGER DEFAULT '0' NOT NULL, signatures_requested INTEGER DEFAULT '0' NOT NULL, commenced_on DATE, ended_on DATE, next_term_at DATETIME, term_said VARCHAR(20), next_morning_at DATETIME, reviews_opened INTEGER DEFAULT '0' NOT NULL, trackers_kept INTEGER DEFAULT '0' NOT NULL, told_month VARCHAR(7), milestones_added INTEGER DEFAULT '0' NOT NULL, meetings_planned INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT uq_agreements_key UNIQUE ("key"), 
	CONSTRAINT uq_agreements_prefix UNIQUE (prefix)
);
INSERT INTO "agreements" VALUES(1,'sefton-2022','SEF',3,23,'148b1d45bb82ebe0adf2d290915dd5a3aa0f0ab1532edcf6538f7aa5fae9242e','2023-01-09 09:30:00.000000',0,0,0,0,NULL,NULL,NULL,NULL,'2099-01-01 09:00:00.000000',0,0,NULL,0,0);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0019');
CREATE TABLE answers (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	proposal_id INTEGER NOT NULL, 
	partner VARCHAR(40) NOT NULL, 
	agrees BOOLEAN NOT NULL, 
	reason TEXT NOT NULL, 
	answered_by INTEGER NOT NULL, 
	answered_at DATETIME NOT NULL, 
	CONSTRAINT fk_answers_answered_by FOREIGN KEY(answered_by) REFERENCES people (id), 
	CONSTRAINT fk_answers_proposal_id FOREIGN KEY(proposal_id) REFERENCES proposals (id), 
	CONSTRAINT uq_answers_proposal_id_partner UNIQUE (proposal_id, partner)
);
INSERT INTO "answers" VALUES(1,1,'luhft',1,'',3,'2023-01-13 10:00:00.000000');
INSERT INTO "answers" VALUES(2,1,'mersey-care',1,'',2,'2023-01-13 10:00:00.000000');
CREATE TABLE attendances (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	member VARCHAR(40) NOT NULL, 
	name VARCHAR(150) NOT NULL, 
	partner VARCHAR(40), 
	came VARCHAR(30) NOT NULL, 
	who VARCHAR(150), 
	CONSTRAINT fk_attendances_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id), 
	CONSTRAINT uq_attendances_meeting_id_member UNIQUE (meeting_id, member), 
	CONSTRAINT ck_attendances_came CHECK (came IN ('member', 'deputy', 'apologies', 'absent'))
);
CREATE TABLE ballots (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	decision_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	voter VARCHAR(40) NOT NULL, 
	vote VARCHAR(30) NOT NULL, 
	comment TEXT NOT NULL, 
	cast_by INTEGER NOT NULL, 
	cast_at DATETIME NOT NULL, 
	evidence TEXT, 
	CONSTRAINT fk_ballots_cast_by FOREIGN KEY(cast_by) REFERENCES people (id), 
	CONSTRAINT fk_ballots_decision_id FOREIGN KEY(decision_id) REFERENCES decisions (id), 
	CONSTRAINT uq_ballots_decision_id_version_voter UNIQUE (decision_id, version, voter), 
	CONSTRAINT ck_ballots_vote CHECK (vote IN ('for', 'against', 'abstain'))
);
CREATE TABLE chair_holdings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	forum VARCHAR(40) NOT NULL, 
	deputy BOOLEAN NOT NULL, 
	person_id INTEGER NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	CONSTRAINT fk_chair_holdings_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_chair_holdings_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
CREATE TABLE channels (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	platform VARCHAR(10) NOT NULL, 
	workspace VARCHAR(40) NOT NULL, 
	channel VARCHAR(40) NOT NULL, 
	bound_at DATETIME NOT NULL, 
	digest_at DATETIME, 
	CONSTRAINT fk_channels_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT uq_channels_agreement_id UNIQUE (agreement_id), 
	CONSTRAINT uq_channels_platform_channel UNIQUE (platform, channel)
);
INSERT INTO "channels" VALUES(1,1,'slack','T0PRACTICE','C0SEFTON','2023-01-09 09:30:00.000000','2023-01-25 09:00:00.000000');
CREATE TABLE conflict_matters (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	conflict_id INTEGER NOT NULL, 
	matter VARCHAR(40) NOT NULL, 
	matter_id INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	needs JSON, 
	consented_at DATETIME, 
	handling VARCHAR(30), 
	handling_words TEXT, 
	vote_stands BOOLEAN, 
	CONSTRAINT fk_conflict_matters_conflict_id FOREIGN KEY(conflict_id) REFERENCES conflicts (id), 
	CONSTRAINT uq_conflict_matters_conflict_id_matter_matter_id UNIQUE (conflict_id, matter, matter_id), 
	CONSTRAINT ck_conflict_matters_handling CHECK (handling IN ('no-action', 'noted', 'without-voting', 'withdraws', 'responsibility-moved', 'removed'))
);
CREATE TABLE conflicts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	title VARCHAR(150) NOT NULL, 
	partner VARCHAR(40) NOT NULL, 
	person VARCHAR(150), 
	category VARCHAR(30) NOT NULL, 
	apparent BOOLEAN NOT NULL, 
	may_arise BOOLEAN NOT NULL, 
	particulars TEXT NOT NULL, 
	proposed TEXT NOT NULL, 
	aware_at DATETIME NOT NULL, 
	starts_on DATE, 
	withheld TEXT, 
	withheld_agreed BOOLEAN, 
	declared_by INTEGER NOT NULL, 
	declared_at DATETIME NOT NULL, 
	evidence TEXT, 
	ended_on DATE, 
	ended_at DATETIME, 
	closing_words TEXT, reach JSON DEFAULT '[]' NOT NULL, declared_as VARCHAR(20), 
	CONSTRAINT fk_conflicts_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_conflicts_terms_id FOREIGN KEY(terms_id) REFERENCES terms (id), 
	CONSTRAINT fk_conflicts_declared_by FOREIGN KEY(declared_by) REFERENCES people (id), 
	CONSTRAINT uq_conflicts_agreement_id_number UNIQUE (agreement_id, number), 
	CONSTRAINT uq_conflicts_reference UNIQUE (reference), 
	CONSTRAINT ck_conflicts_category CHECK (category IN ('financial', 'non-financial-professional', 'non-financial-personal', 'indirect'))
);
CREATE TABLE consents (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	touched_id INTEGER NOT NULL, 
	partner VARCHAR(40) NOT NULL, 
	consents BOOLEAN NOT NULL, 
	words TEXT NOT NULL, 
	given_by INTEGER NOT NULL, 
	given_at DATETIME NOT NULL, 
	evidence TEXT, 
	CONSTRAINT fk_consents_touched_id FOREIGN KEY(touched_id) REFERENCES conflict_matters (id), 
	CONSTRAINT fk_consents_given_by FOREIGN KEY(given_by) REFERENCES people (id), 
	CONSTRAINT uq_consents_touched_id_partner UNIQUE (touched_id, partner)
);
CREATE TABLE counterparts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	request_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	partner VARCHAR(40) NOT NULL, 
	number INTEGER NOT NULL, 
	route VARCHAR(30) NOT NULL, 
	signed_on DATE NOT NULL, 
	name VARCHAR(150) NOT NULL, 
	position VARCHAR(150) NOT NULL, 
	statement TEXT NOT NULL, 
	evidence TEXT, 
	file_sha256 VARCHAR(64), 
	file_name VARCHAR(255), 
	signed_by INTEGER, 
	recorded_by INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	source JSON NOT NULL, 
	CONSTRAINT fk_counterparts_file_sha256 FOREIGN KEY(file_sha256) REFERENCES files (sha256), 
	CONSTRAINT fk_counterparts_recorded_by FOREIGN KEY(recorded_by) REFERENCES people (id), 
	CONSTRAINT fk_counterparts_request_id FOREIGN KEY(request_id) REFERENCES signature_requests (id), 
	CONSTRAINT fk_counterparts_signed_by FOREIGN KEY(signed_by) REFERENCES people (id), 
	CONSTRAINT uq_counterparts_request_id_version_partner_number UNIQUE (request_id, version, partner, number), 
	CONSTRAINT ck_counterparts_route CHECK (route IN ('chat', 'scan', 'behalf', 'reported'))
);
CREATE TABLE criteria (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	tracker_id INTEGER NOT NULL, 
	number VARCHAR(8) NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	feature TEXT NOT NULL, 
	title TEXT NOT NULL, 
	gap TEXT NOT NULL, 
	status VARCHAR(150), 
	owner VARCHAR(150) NOT NULL, 
	target VARCHAR(150) NOT NULL, 
	target_on DATE, 
	opened_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT fk_criteria_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_criteria_tracker_id FOREIGN KEY(tracker_id) REFERENCES trackers (id), 
	CONSTRAINT uq_criteria_reference UNIQUE (reference), 
	CONSTRAINT uq_criteria_tracker_id_number UNIQUE (tracker_id, number)
);
CREATE TABLE criterion_changes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	criterion_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	batch INTEGER, 
	state VARCHAR(30) NOT NULL, 
	"before" JSON NOT NULL, 
	wanted JSON NOT NULL, 
	reason TEXT NOT NULL, 
	proposed_for VARCHAR(40), 
	proposed_by INTEGER, 
	proposed_name VARCHAR(150) NOT NULL, 
	proposed_at DATETIME NOT NULL, 
	decided_name VARCHAR(150), 
	decided_at DATETIME, 
	met_on DATE, 
	evidence TEXT, 
	CONSTRAINT fk_criterion_changes_criterion_id FOREIGN KEY(criterion_id) REFERENCES criteria (id), 
	CONSTRAINT fk_criterion_changes_proposed_by FOREIGN KEY(proposed_by) REFERENCES people (id), 
	CONSTRAINT uq_criterion_changes_criterion_id_number UNIQUE (criterion_id, number), 
	CONSTRAINT ck_criterion_changes_changestate CHECK (state IN ('waiting', 'made', 'refused', 'withdrawn'))
);
CREATE TABLE deadlines (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	matter VARCHAR(40) NOT NULL, 
	matter_id INTEGER NOT NULL, 
	clock VARCHAR(40) NOT NULL, 
	due_on DATE NOT NULL, 
	due_at DATETIME NOT NULL, 
	working JSON NOT NULL, 
	calendar_version VARCHAR(300) NOT NULL, 
	confirmed BOOLEAN NOT NULL, 
	state VARCHAR(30) NOT NULL, 
	why VARCHAR(300), 
	replaced_by INTEGER, 
	next_nudge_at DATETIME, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT fk_deadlines_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_deadlines_replaced_by FOREIGN KEY(replaced_by) REFERENCES deadlines (id), 
	CONSTRAINT ck_deadlines_deadlinestate CHECK (state IN ('open', 'passed', 'met', 'replaced', 'cancelled'))
);
INSERT INTO "deadlines" VALUES(1,1,'issue',1,'first','2023-01-23','2023-01-24 00:00:00.000000','{"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2025-12-31',1,'cancelled',NULL,NULL,NULL,'2023-01-09 09:30:00.000000');
INSERT INTO "deadlines" VALUES(2,1,'issue',2,'first','2023-01-23','2023-01-24 00:00:00.000000','{"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2025-12-31',1,'cancelled',NULL,NULL,NULL,'2023-01-09 09:30:00.000000');
INSERT INTO "deadlines" VALUES(3,1,'issue',3,'first','2023-01-23','2023-01-24 00:00:00.000000','{"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2025-12-31',1,'cancelled',NULL,NULL,NULL,'2023-01-09 09:30:00.000000');
INSERT INTO "deadlines" VALUES(4,1,'issue',2,'second','2023-01-19','2023-01-20 00:00:00.000000','{"due_on": "2023-01-19", "due_at": "2023-01-20T00:00:00+00:00", "first_day": "2023-01-13", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.3", "provisional": false, "start": "2023-01-12T10:00:00+00:00", "start_on": "2023-01-12", "unit": "operational-days", "number": 5, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2025-12-31',1,'cancelled',NULL,NULL,NULL,'2023-01-12 10:00:00.000000');
INSERT INTO "deadlines" VALUES(5,1,'issue',2,'third','2023-02-23','2023-02-24 00:00:00.000000','{"due_on": "2023-02-23", "due_at": "2023-02-24T00:00:00+00:00", "first_day": "2023-01-13", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}, {"date": "2023-01-28", "why": "Saturday"}, {"date": "2023-01-29", "why": "Sunday"}, {"date": "2023-02-04", "why": "Saturday"}, {"date": "2023-02-05", "why": "Sunday"}, {"date": "2023-02-11", "why": "Saturday"}, {"date": "2023-02-12", "why": "Sunday"}, {"date": "2023-02-18", "why": "Saturday"}, {"date": "2023-02-19", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.4", "provisional": false, "start": "2023-01-12T10:00:00+00:00", "start_on": "2023-01-12", "unit": "operational-days", "number": 30, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2025-12-31',1,'open',NULL,NULL,'2023-02-09 09:00:00.000000','2023-01-12 10:00:00.000000');
INSERT INTO "deadlines" VALUES(6,1,'issue',3,'second','2023-01-19','2023-01-20 00:00:00.000000','{"due_on": "2023-01-19", "due_at": "2023-01-20T00:00:00+00:00", "first_day": "2023-01-13", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.3", "provisional": false, "start": "2023-01-12T10:00:00+00:00", "start_on": "2023-01-12", "unit": "operational-days", "number": 5, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2025-12-31',1,'cancelled',NULL,NULL,NULL,'2023-01-12 10:00:00.000000');
INSERT INTO "deadlines" VALUES(7,1,'issue',3,'third','2023-02-24','2023-02-25 00:00:00.000000','{"due_on": "2023-02-24", "due_at": "2023-02-25T00:00:00+00:00", "first_day": "2023-01-16", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}, {"date": "2023-01-28", "why": "Saturday"}, {"date": "2023-01-29", "why": "Sunday"}, {"date": "2023-02-04", "why": "Saturday"}, {"date": "2023-02-05", "why": "Sunday"}, {"date": "2023-02-11", "why": "Saturday"}, {"date": "2023-02-12", "why": "Sunday"}, {"date": "2023-02-18", "why": "Saturday"}, {"date": "2023-02-19", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.4", "provisional": false, "start": "2023-01-13T10:00:00+00:00", "start_on": "2023-01-13", "unit": "operational-days", "number": 30, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2025-12-31',1,'replaced','Extended by agreement: The board meets in February',8,NULL,'2023-01-13 10:00:00.000000');
INSERT INTO "deadlines" VALUES(8,1,'issue',3,'third','2023-03-01','2023-03-02 00:00:00.000000','{"due_on": "2023-03-01", "due_at": "2023-03-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-03-01T12:00:00+00:00", "start_on": "2023-03-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2023-02-15 09:00:00.000000','2023-01-13 10:00:00.000000');
INSERT INTO "deadlines" VALUES(9,1,'issue',1,'second','2023-01-31','2023-02-01 00:00:00.000000','{"due_on": "2023-01-31", "due_at": "2023-02-01T00:00:00+00:00", "first_day": "2023-01-25", "skipped": [{"date": "2023-01-28", "why": "Saturday"}, {"date": "2023-01-29", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.3", "provisional": false, "start": "2023-01-24T00:00:00+00:00", "start_on": "2023-01-24", "unit": "operational-days", "number": 5, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2025-12-31',1,'open',NULL,NULL,'2023-01-27 09:00:00.000000','2023-01-24 00:00:00.000000');
CREATE TABLE decisions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	title VARCHAR(150) NOT NULL, 
	wording TEXT NOT NULL, 
	reasons TEXT NOT NULL, 
	papers TEXT NOT NULL, 
	rule VARCHAR(40) NOT NULL, 
	element VARCHAR(40), 
	topic VARCHAR(40), 
	level VARCHAR(40), 
	circumstances JSON NOT NULL, 
	issue_id INTEGER, 
	version INTEGER NOT NULL, 
	extensions INTEGER NOT NULL, 
	proposed_for VARCHAR(40), 
	proposed_by INTEGER NOT NULL, 
	proposed_on DATE NOT NULL, 
	proposed_at DATETIME NOT NULL, 
	opened_at DATETIME, 
	closes_on DATE NOT NULL, 
	review_on DATE, 
	state VARCHAR(30) NOT NULL, 
	closed_at DATETIME, 
	closing_words TEXT, 
	result JSON, 
	post_id INTEGER, files JSON DEFAULT '[]' NOT NULL, opens_on DATE, 
	CONSTRAINT fk_decisions_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_decisions_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id), 
	CONSTRAINT fk_decisions_proposed_by FOREIGN KEY(proposed_by) REFERENCES people (id), 
	CONSTRAINT fk_decisions_terms_id FOREIGN KEY(terms_id) REFERENCES terms (id), 
	CONSTRAINT uq_decisions_agreement_id_number UNIQUE (agreement_id, number), 
	CONSTRAINT uq_decisions_reference UNIQUE (reference), 
	CONSTRAINT ck_decisions_decisionstate CHECK (state IN ('draft', 'open', 'carried', 'not-carried', 'withdrawn'))
);
CREATE TABLE document_versions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	request_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	file_sha256 VARCHAR(64), 
	name VARCHAR(255), 
	link TEXT, 
	link_sha256 VARCHAR(64), 
	words TEXT, 
	given_by INTEGER NOT NULL, 
	given_at DATETIME NOT NULL, 
	CONSTRAINT fk_document_versions_file_sha256 FOREIGN KEY(file_sha256) REFERENCES files (sha256), 
	CONSTRAINT fk_document_versions_given_by FOREIGN KEY(given_by) REFERENCES people (id), 
	CONSTRAINT fk_document_versions_request_id FOREIGN KEY(request_id) REFERENCES signature_requests (id), 
	CONSTRAINT uq_document_versions_request_id_version UNIQUE (request_id, version)
);
CREATE TABLE feeds (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER NOT NULL, 
	agreement_id INTEGER, 
	token_sha256 VARCHAR(64) NOT NULL, 
	created_at DATETIME NOT NULL, 
	revoked_at DATETIME, 
	fetched_on DATE, 
	CONSTRAINT fk_feeds_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_feeds_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT uq_feeds_token_sha256 UNIQUE (token_sha256)
);
CREATE TABLE files (
	sha256 VARCHAR(64) NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	pages INTEGER NOT NULL, 
	size_bytes INTEGER NOT NULL, 
	signed BOOLEAN NOT NULL, 
	kept_at DATETIME NOT NULL, 
	CONSTRAINT pk_files PRIMARY KEY (sha256)
);
CREATE TABLE followers (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	followed_at DATETIME NOT NULL, 
	told_number INTEGER NOT NULL, 
	not_before_at DATETIME, 
	CONSTRAINT fk_followers_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_followers_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT uq_followers_agreement_id_person_id UNIQUE (agreement_id, person_id)
);
CREATE TABLE holdings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER NOT NULL, 
	agreement_id INTEGER NOT NULL, 
	partner VARCHAR(40), 
	capacity VARCHAR(30) NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	CONSTRAINT fk_holdings_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_holdings_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT ck_holdings_capacity CHECK (capacity IN ('lead', 'deputy', 'signatory', 'member', 'secretary'))
);
INSERT INTO "holdings" VALUES(1,1,1,NULL,'secretary',NULL,NULL);
INSERT INTO "holdings" VALUES(2,2,1,'mersey-care','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(3,3,1,'luhft','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(4,4,1,'sefton-council','lead',NULL,NULL);
CREATE TABLE interest_returns (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	partner VARCHAR(40) NOT NULL, 
	nil BOOLEAN NOT NULL, 
	returned_by INTEGER NOT NULL, 
	returned_at DATETIME NOT NULL, 
	evidence TEXT, 
	CONSTRAINT fk_interest_returns_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_interest_returns_returned_by FOREIGN KEY(returned_by) REFERENCES people (id)
);
CREATE TABLE issue_partners (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	issue_id INTEGER NOT NULL, 
	partner VARCHAR(40) NOT NULL, 
	affected BOOLEAN NOT NULL, 
	acknowledged_at DATETIME, 
	acknowledged_by INTEGER, 
	acknowledged_evidence TEXT, 
	CONSTRAINT fk_issue_partners_acknowledged_by FOREIGN KEY(acknowledged_by) REFERENCES people (id), 
	CONSTRAINT fk_issue_partners_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id), 
	CONSTRAINT uq_issue_partners_issue_id_partner UNIQUE (issue_id, partner)
);
INSERT INTO "issue_partners" VALUES(1,1,'sefton-council',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(2,1,'mersey-care',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(3,1,'luhft',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(4,2,'sefton-council',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(5,2,'mersey-care',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(6,2,'luhft',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(7,3,'sefton-council',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(8,3,'mersey-care',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(9,3,'luhft',1,'2023-01-13 10:00:00.000000',3,NULL);
CREATE TABLE issues (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	title VARCHAR(150) NOT NULL, 
	particulars TEXT NOT NULL, 
	outcome_sought TEXT NOT NULL, 
	concerns VARCHAR(200) NOT NULL, 
	link TEXT, 
	private BOOLEAN NOT NULL, 
	raised_for VARCHAR(40) NOT NULL, 
	raised_as VARCHAR(20), 
	raised_by INTEGER NOT NULL, 
	evidence TEXT, 
	state VARCHAR(30) NOT NULL, 
	stage VARCHAR(40) NOT NULL, 
	stage_entered_at DATETIME NOT NULL, 
	raised_at DATETIME NOT NULL, 
	notified_at DATETIME, 
	closed_at DATETIME, 
	closing_words TEXT, 
	post_id INTEGER, consultation BOOLEAN DEFAULT 0 NOT NULL, third_party BOOLEAN DEFAULT 0 NOT NULL, recused JSON DEFAULT '[]' NOT NULL, subject VARCHAR(90), 
	CONSTRAINT fk_issues_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_issues_raised_by FOREIGN KEY(raised_by) REFERENCES people (id), 
	CONSTRAINT fk_issues_terms_id FOREIGN KEY(terms_id) REFERENCES terms (id), 
	CONSTRAINT uq_issues_agreement_id_number UNIQUE (agreement_id, number), 
	CONSTRAINT uq_issues_reference UNIQUE (reference), 
	CONSTRAINT ck_issues_state CHECK (state IN ('open', 'unresolved', 'resolved', 'withdrawn'))
);
INSERT INTO "issues" VALUES(1,1,1,1,'SEF-1','Beds','What happened: Beds','','Any other matter in the agreement',NULL,0,'mersey-care',NULL,2,NULL,'open','chairs','2023-01-24 00:00:00.000000','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',NULL,NULL,1,0,0,'[]','any-matter');
INSERT INTO "issues" VALUES(2,1,1,2,'SEF-2','Ambulances','What happened: Ambulances','','Any other matter in the agreement',NULL,0,'mersey-care',NULL,2,NULL,'open','board','2023-01-12 10:00:00.000000','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',NULL,NULL,8,0,0,'[]','any-matter');
INSERT INTO "issues" VALUES(3,1,1,3,'SEF-3','Pharmacies','What happened: Pharmacies','','Any other matter in the agreement',NULL,0,'mersey-care',NULL,2,NULL,'open','board','2023-01-13 10:00:00.000000','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',NULL,NULL,14,0,0,'[]','any-matter');
CREATE TABLE meeting_plans (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	forum VARCHAR(40) NOT NULL, 
	first_on DATE NOT NULL, 
	same_weekday BOOLEAN NOT NULL, 
	every VARCHAR(60), 
	begins_at TIME, 
	place VARCHAR(300) NOT NULL, 
	words TEXT NOT NULL, 
	set_by INTEGER NOT NULL, 
	set_at DATETIME NOT NULL, 
	CONSTRAINT fk_meeting_plans_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_meeting_plans_set_by FOREIGN KEY(set_by) REFERENCES people (id), 
	CONSTRAINT uq_meeting_plans_agreement_id_forum UNIQUE (agreement_id, forum)
);
CREATE TABLE meetings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	forum VARCHAR(40) NOT NULL, 
	nominal_on DATE, 
	meets_on DATE NOT NULL, 
	day_chosen BOOLEAN NOT NULL, 
	begins_at TIME, 
	place VARCHAR(300) NOT NULL, 
	public BOOLEAN, 
	state VARCHAR(30) NOT NULL, 
	papers TEXT, 
	papers_at DATETIME, 
	notices INTEGER NOT NULL, 
	minutes_link TEXT, 
	minutes TEXT, 
	planned_at DATETIME NOT NULL, 
	opened_at DATETIME, 
	called_at DATETIME, 
	closed_at DATETIME, 
	closing_words TEXT, 
	post_id INTEGER, 
	shown_sha256 VARCHAR(64), 
	CONSTRAINT fk_meetings_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_meetings_terms_id FOREIGN KEY(terms_id) REFERENCES terms (id), 
	CONSTRAINT uq_meetings_agreement_id_number UNIQUE (agreement_id, number), 
	CONSTRAINT uq_meetings_agreement_id_forum_nominal_on UNIQUE (agreement_id, forum, nominal_on), 
	CONSTRAINT uq_meetings_reference UNIQUE (reference), 
	CONSTRAINT ck_meetings_meetingstate CHECK (state IN ('planned', 'called', 'held', 'cancelled'))
);
CREATE TABLE milestones (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	"key" VARCHAR(40), 
	document JSON, 
	left_version INTEGER, 
	title VARCHAR(150) NOT NULL, 
	clause TEXT, 
	particulars TEXT NOT NULL, 
	owner VARCHAR(40), 
	day DATE, 
	precision VARCHAR(20) NOT NULL, 
	due_on DATE, 
	condition VARCHAR(150), 
	came_true_on DATE, 
	past BOOLEAN NOT NULL, 
	past_asked_at DATETIME, 
	ask_on DATE, 
	state VARCHAR(30) NOT NULL, 
	said VARCHAR(30), 
	said_on DATE, 
	said_words TEXT, 
	said_evidence TEXT, 
	said_by INTEGER, 
	met_on DATE, 
	added_by INTEGER, 
	added_at DATETIME NOT NULL, 
	closed_at DATETIME, 
	closing_words TEXT, 
	CONSTRAINT fk_milestones_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_milestones_terms_id FOREIGN KEY(terms_id) REFERENCES terms (id), 
	CONSTRAINT fk_milestones_said_by FOREIGN KEY(said_by) REFERENCES people (id), 
	CONSTRAINT fk_milestones_added_by FOREIGN KEY(added_by) REFERENCES people (id), 
	CONSTRAINT uq_milestones_agreement_id_number UNIQUE (agreement_id, number), 
	CONSTRAINT uq_milestones_agreement_id_key UNIQUE (agreement_id, "key"), 
	CONSTRAINT uq_milestones_reference UNIQUE (reference), 
	CONSTRAINT ck_milestones_milestonestate CHECK (state IN ('open', 'met', 'not-met', 'dropped')), 
	CONSTRAINT ck_milestones_progress CHECK (said IN ('on-track', 'at-risk', 'met', 'not-met'))
);
CREATE TABLE notices (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	matter VARCHAR(40) NOT NULL, 
	matter_id INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	partner VARCHAR(40) NOT NULL, 
	person_id INTEGER, 
	state VARCHAR(30) NOT NULL, 
	told_at DATETIME, 
	proof TEXT, 
	fault VARCHAR(200), 
	recorded_by INTEGER, 
	CONSTRAINT fk_notices_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_notices_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_notices_recorded_by FOREIGN KEY(recorded_by) REFERENCES people (id), 
	CONSTRAINT uq_notices_matter_matter_id_kind_partner UNIQUE (matter, matter_id, kind, partner), 
	CONSTRAINT ck_notices_noticestate CHECK (state IN ('waiting', 'delivered', 'failed', 'unreachable', 'told'))
);
INSERT INTO "notices" VALUES(1,1,'issue',1,'raised','sefton-council',4,'delivered','2023-01-09 09:30:00.000000','slack:D0JOE:1673256600.000002',NULL,NULL);
INSERT INTO "notices" VALUES(2,1,'issue',1,'raised','luhft',3,'delivered','2023-01-09 09:30:00.000000','slack:D0BEN:1673256600.000001',NULL,NULL);
INSERT INTO "notices" VALUES(3,1,'issue',2,'raised','sefton-council',4,'delivered','2023-01-09 09:30:00.000000','slack:D0JOE:1673256600.000006',NULL,NULL);
INSERT INTO "notices" VALUES(4,1,'issue',2,'raised','luhft',3,'delivered','2023-01-09 09:30:00.000000','slack:D0BEN:1673256600.000007',NULL,NULL);
INSERT INTO "notices" VALUES(5,1,'issue',3,'raised','sefton-council',4,'delivered','2023-01-09 09:30:00.000000','slack:D0JOE:1673256600.000010',NULL,NULL);
INSERT INTO "notices" VALUES(6,1,'issue',3,'raised','luhft',3,'delivered','2023-01-09 09:30:00.000000','slack:D0BEN:1673256600.000011',NULL,NULL);
CREATE TABLE outbox (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	once VARCHAR(200) NOT NULL, 
	agreement_id INTEGER, 
	platform VARCHAR(10) NOT NULL, 
	workspace VARCHAR(40) NOT NULL, 
	lane VARCHAR(40) NOT NULL, 
	person_id INTEGER, 
	thread_of INTEGER, 
	edits INTEGER, 
	notice_id INTEGER, 
	about VARCHAR(60), 
	template VARCHAR(40) NOT NULL, 
	facts JSON NOT NULL, 
	buttons JSON NOT NULL, 
	state VARCHAR(30) NOT NULL, 
	queued_at DATETIME NOT NULL, 
	not_before_at DATETIME NOT NULL, 
	attempts INTEGER NOT NULL, 
	claimed_at DATETIME, 
	sent_at DATETIME, 
	remote_channel VARCHAR(40), 
	remote_id VARCHAR(40), 
	fault VARCHAR(200), carries VARCHAR(10), 
	CONSTRAINT fk_outbox_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_outbox_edits FOREIGN KEY(edits) REFERENCES outbox (id), 
	CONSTRAINT fk_outbox_notice_id FOREIGN KEY(notice_id) REFERENCES notices (id), 
	CONSTRAINT fk_outbox_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_outbox_thread_of FOREIGN KEY(thread_of) REFERENCES outbox (id), 
	CONSTRAINT uq_outbox_once UNIQUE (once), 
	CONSTRAINT ck_outbox_messagestate CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'withdrawn'))
);
INSERT INTO "outbox" VALUES(1,'issue:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'issue:1','issue','{"reference": "SEF-1", "title": "Beds", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Beds", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 2, "missing": ["Sefton Council", "LUHFT"], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 1, "label": null}, {"action": "issue_propose", "row": 1, "label": null}, {"action": "issue_comment", "row": 1, "label": null}, {"action": "issue_show", "row": 1, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','C0SEFTON','1673256600.000003',NULL,NULL);
INSERT INTO "outbox" VALUES(2,'notice:1',1,'slack','T0PRACTICE','U0JOE',4,NULL,NULL,1,'issue:1:notice','issue_notice','{"reference": "SEF-1", "title": "Beds", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Beds", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 0, "missing": [], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Sefton Metropolitan Borough Council", "prompts": []}','[{"action": "issue_acknowledge", "row": 1, "label": null}, {"action": "issue_comment", "row": 1, "label": null}, {"action": "issue_show", "row": 1, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0JOE','1673256600.000002',NULL,NULL);
INSERT INTO "outbox" VALUES(3,'notice:2',1,'slack','T0PRACTICE','U0BEN',3,NULL,NULL,2,'issue:1:notice','issue_notice','{"reference": "SEF-1", "title": "Beds", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Beds", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 0, "missing": [], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust", "prompts": []}','[{"action": "issue_acknowledge", "row": 1, "label": null}, {"action": "issue_comment", "row": 1, "label": null}, {"action": "issue_show", "row": 1, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0BEN','1673256600.000001',NULL,NULL);
INSERT INTO "outbox" VALUES(4,'edit:1:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,1,NULL,'edit:1','issue','{"reference": "SEF-1", "title": "Beds", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Beds", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 1, "of": 2, "missing": ["Sefton Council"], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 1, "label": null}, {"action": "issue_propose", "row": 1, "label": null}, {"action": "issue_comment", "row": 1, "label": null}, {"action": "issue_show", "row": 1, "label": null}]','withdrawn','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(5,'edit:2:1',1,'slack','T0PRACTICE','U0JOE',4,NULL,2,NULL,'edit:2','issue_notice','{"reference": "SEF-1", "title": "Beds", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Beds", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Sefton Metropolitan Borough Council"}','[{"action": "issue_acknowledge", "row": 1, "label": null}, {"action": "issue_comment", "row": 1, "label": null}, {"action": "issue_show", "row": 1, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0JOE','1673256600.000002',NULL,NULL);
INSERT INTO "outbox" VALUES(6,'edit:3:1',1,'slack','T0PRACTICE','U0BEN',3,NULL,3,NULL,'edit:3','issue_notice','{"reference": "SEF-1", "title": "Beds", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Beds", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust"}','[{"action": "issue_acknowledge", "row": 1, "label": null}, {"action": "issue_comment", "row": 1, "label": null}, {"action": "issue_show", "row": 1, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0BEN','1673256600.000001',NULL,NULL);
INSERT INTO "outbox" VALUES(7,'edit:1:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,1,NULL,'edit:1','issue','{"reference": "SEF-1", "title": "Beds", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Beds", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 1, "label": null}, {"action": "issue_propose", "row": 1, "label": null}, {"action": "issue_comment", "row": 1, "label": null}, {"action": "issue_show", "row": 1, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','C0SEFTON','1673256600.000003',NULL,NULL);
INSERT INTO "outbox" VALUES(8,'issue:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'issue:2','issue','{"reference": "SEF-2", "title": "Ambulances", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Ambulances", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 2, "missing": ["Sefton Council", "LUHFT"], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 2, "label": null}, {"action": "issue_propose", "row": 2, "label": null}, {"action": "issue_comment", "row": 2, "label": null}, {"action": "issue_show", "row": 2, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','C0SEFTON','1673256600.000005',NULL,NULL);
INSERT INTO "outbox" VALUES(9,'notice:3',1,'slack','T0PRACTICE','U0JOE',4,NULL,NULL,3,'issue:2:notice','issue_notice','{"reference": "SEF-2", "title": "Ambulances", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Ambulances", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 0, "missing": [], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Sefton Metropolitan Borough Council", "prompts": []}','[{"action": "issue_acknowledge", "row": 2, "label": null}, {"action": "issue_comment", "row": 2, "label": null}, {"action": "issue_show", "row": 2, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0JOE','1673256600.000006',NULL,NULL);
INSERT INTO "outbox" VALUES(10,'notice:4',1,'slack','T0PRACTICE','U0BEN',3,NULL,NULL,4,'issue:2:notice','issue_notice','{"reference": "SEF-2", "title": "Ambulances", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Ambulances", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 0, "missing": [], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust", "prompts": []}','[{"action": "issue_acknowledge", "row": 2, "label": null}, {"action": "issue_comment", "row": 2, "label": null}, {"action": "issue_show", "row": 2, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0BEN','1673256600.000007',NULL,NULL);
INSERT INTO "outbox" VALUES(11,'edit:9:1',1,'slack','T0PRACTICE','U0JOE',4,NULL,9,NULL,'edit:9','issue_notice','{"reference": "SEF-2", "title": "Ambulances", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Ambulances", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Sefton Metropolitan Borough Council"}','[{"action": "issue_acknowledge", "row": 2, "label": null}, {"action": "issue_comment", "row": 2, "label": null}, {"action": "issue_show", "row": 2, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0JOE','1673256600.000006',NULL,NULL);
INSERT INTO "outbox" VALUES(12,'edit:10:1',1,'slack','T0PRACTICE','U0BEN',3,NULL,10,NULL,'edit:10','issue_notice','{"reference": "SEF-2", "title": "Ambulances", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Ambulances", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust"}','[{"action": "issue_acknowledge", "row": 2, "label": null}, {"action": "issue_comment", "row": 2, "label": null}, {"action": "issue_show", "row": 2, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0BEN','1673256600.000007',NULL,NULL);
INSERT INTO "outbox" VALUES(13,'edit:8:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,8,NULL,'edit:8','issue','{"reference": "SEF-2", "title": "Ambulances", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Ambulances", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 2, "label": null}, {"action": "issue_propose", "row": 2, "label": null}, {"action": "issue_comment", "row": 2, "label": null}, {"action": "issue_show", "row": 2, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','C0SEFTON','1673256600.000005',NULL,NULL);
INSERT INTO "outbox" VALUES(14,'issue:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'issue:3','issue','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 2, "missing": ["Sefton Council", "LUHFT"], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_propose", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','C0SEFTON','1673256600.000009',NULL,NULL);
INSERT INTO "outbox" VALUES(15,'notice:5',1,'slack','T0PRACTICE','U0JOE',4,NULL,NULL,5,'issue:3:notice','issue_notice','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 0, "missing": [], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Sefton Metropolitan Borough Council", "prompts": []}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0JOE','1673256600.000010',NULL,NULL);
INSERT INTO "outbox" VALUES(16,'notice:6',1,'slack','T0PRACTICE','U0BEN',3,NULL,NULL,6,'issue:3:notice','issue_notice','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 0, "missing": [], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust", "prompts": []}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0BEN','1673256600.000011',NULL,NULL);
INSERT INTO "outbox" VALUES(17,'edit:15:1',1,'slack','T0PRACTICE','U0JOE',4,NULL,15,NULL,'edit:15','issue_notice','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Sefton Metropolitan Borough Council"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0JOE','1673256600.000010',NULL,NULL);
INSERT INTO "outbox" VALUES(18,'edit:16:1',1,'slack','T0PRACTICE','U0BEN',3,NULL,16,NULL,'edit:16','issue_notice','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','D0BEN','1673256600.000011',NULL,NULL);
INSERT INTO "outbox" VALUES(19,'edit:14:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,14,NULL,'edit:14','issue','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Talks", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The chairs"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The chairs", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2023-01-10", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.2", "provisional": false, "start": "2023-01-09T09:30:00+00:00", "start_on": "2023-01-09", "unit": "operational-days", "number": 10, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 10, "clock": "Talks"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_propose", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000',1,'2023-01-09 09:30:00.000000','2023-01-09 09:30:00.000000','C0SEFTON','1673256600.000009',NULL,NULL);
INSERT INTO "outbox" VALUES(33,'edit:8:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,8,NULL,'edit:8','issue','{"reference": "SEF-2", "title": "Ambulances", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Ambulances", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "The chairs", "stage_clause": "5.3", "ladder": {"number": 2, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The board"], "before": [{"name": "Talks", "clause": "5.2", "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The board", "deadline": {"due_on": "2023-01-19", "due_at": "2023-01-20T00:00:00+00:00", "first_day": "2023-01-13", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.3", "provisional": false, "start": "2023-01-12T10:00:00+00:00", "start_on": "2023-01-12", "unit": "operational-days", "number": 5, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 5, "clock": "Chairs"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 2, "label": null}, {"action": "issue_propose", "row": 2, "label": null}, {"action": "issue_comment", "row": 2, "label": null}, {"action": "issue_show", "row": 2, "label": null}]','sent','2023-01-12 10:00:00.000000','2023-01-12 10:00:00.000000',1,'2023-01-12 10:00:00.000000','2023-01-12 10:00:00.000000','C0SEFTON','1673256600.000005',NULL,NULL);
INSERT INTO "outbox" VALUES(38,'edit:8:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,8,NULL,'edit:8','issue','{"reference": "SEF-2", "title": "Ambulances", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Ambulances", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "The board", "stage_clause": "5.4", "ladder": {"number": 3, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": [], "before": [{"name": "Talks", "clause": "5.2", "left": "moved", "why": "We tried."}, {"name": "The chairs", "clause": "5.3", "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": null, "deadline": {"due_on": "2023-02-23", "due_at": "2023-02-24T00:00:00+00:00", "first_day": "2023-01-13", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}, {"date": "2023-01-28", "why": "Saturday"}, {"date": "2023-01-29", "why": "Sunday"}, {"date": "2023-02-04", "why": "Saturday"}, {"date": "2023-02-05", "why": "Sunday"}, {"date": "2023-02-11", "why": "Saturday"}, {"date": "2023-02-12", "why": "Sunday"}, {"date": "2023-02-18", "why": "Saturday"}, {"date": "2023-02-19", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.4", "provisional": false, "start": "2023-01-12T10:00:00+00:00", "start_on": "2023-01-12", "unit": "operational-days", "number": 30, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 30, "clock": "Board"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 2, "label": null}, {"action": "issue_propose", "row": 2, "label": null}, {"action": "issue_comment", "row": 2, "label": null}, {"action": "issue_show", "row": 2, "label": null}]','sent','2023-01-12 10:00:00.000000','2023-01-12 10:00:00.000000',1,'2023-01-12 10:00:00.000000','2023-01-12 10:00:00.000000','C0SEFTON','1673256600.000005',NULL,NULL);
INSERT INTO "outbox" VALUES(43,'edit:14:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,14,NULL,'edit:14','issue','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "The chairs", "stage_clause": "5.3", "ladder": {"number": 2, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The board"], "before": [{"name": "Talks", "clause": "5.2", "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The board", "deadline": {"due_on": "2023-01-19", "due_at": "2023-01-20T00:00:00+00:00", "first_day": "2023-01-13", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.3", "provisional": false, "start": "2023-01-12T10:00:00+00:00", "start_on": "2023-01-12", "unit": "operational-days", "number": 5, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 5, "clock": "Chairs"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_propose", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-12 10:00:00.000000','2023-01-12 10:00:00.000000',1,'2023-01-12 10:00:00.000000','2023-01-12 10:00:00.000000','C0SEFTON','1673256600.000009',NULL,NULL);
INSERT INTO "outbox" VALUES(51,'edit:14:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,14,NULL,'edit:14','issue','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "The board", "stage_clause": "5.4", "ladder": {"number": 3, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": [], "before": [{"name": "Talks", "clause": "5.2", "left": "moved", "why": "We tried."}, {"name": "The chairs", "clause": "5.3", "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": null, "deadline": {"due_on": "2023-02-24", "due_at": "2023-02-25T00:00:00+00:00", "first_day": "2023-01-16", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}, {"date": "2023-01-28", "why": "Saturday"}, {"date": "2023-01-29", "why": "Sunday"}, {"date": "2023-02-04", "why": "Saturday"}, {"date": "2023-02-05", "why": "Sunday"}, {"date": "2023-02-11", "why": "Saturday"}, {"date": "2023-02-12", "why": "Sunday"}, {"date": "2023-02-18", "why": "Saturday"}, {"date": "2023-02-19", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.4", "provisional": false, "start": "2023-01-13T10:00:00+00:00", "start_on": "2023-01-13", "unit": "operational-days", "number": 30, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 30, "clock": "Board"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_propose", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-13 10:00:00.000000','2023-01-13 10:00:00.000000',1,'2023-01-13 10:00:00.000000','2023-01-13 10:00:00.000000','C0SEFTON','1673256600.000009',NULL,NULL);
INSERT INTO "outbox" VALUES(52,'edit:16:2',1,'slack','T0PRACTICE','U0BEN',3,NULL,16,NULL,'edit:16','issue_notice','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "The board", "stage_clause": "5.4", "ladder": {"number": 3, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": [], "before": [{"name": "Talks", "clause": "5.2", "left": "moved", "why": "We tried."}, {"name": "The chairs", "clause": "5.3", "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": null, "deadline": {"due_on": "2023-02-24", "due_at": "2023-02-25T00:00:00+00:00", "first_day": "2023-01-16", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}, {"date": "2023-01-28", "why": "Saturday"}, {"date": "2023-01-29", "why": "Sunday"}, {"date": "2023-02-04", "why": "Saturday"}, {"date": "2023-02-05", "why": "Sunday"}, {"date": "2023-02-11", "why": "Saturday"}, {"date": "2023-02-12", "why": "Sunday"}, {"date": "2023-02-18", "why": "Saturday"}, {"date": "2023-02-19", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.4", "provisional": false, "start": "2023-01-13T10:00:00+00:00", "start_on": "2023-01-13", "unit": "operational-days", "number": 30, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 30, "clock": "Board"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": ["LUHFT"], "not_acknowledged": [], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust", "acknowledgement": {"by": "Ben", "for": "LUHFT", "at": "2023-01-13T10:00:00+00:00", "behalf": false, "evidence": null}}','[{"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-13 10:00:00.000000','2023-01-13 10:00:00.000000',1,'2023-01-13 10:00:00.000000','2023-01-13 10:00:00.000000','D0BEN','1673256600.000011',NULL,NULL);
INSERT INTO "outbox" VALUES(55,'edit:14:4',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,14,NULL,'edit:14','issue','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "The board", "stage_clause": "5.4", "ladder": {"number": 3, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": [], "before": [{"name": "Talks", "clause": "5.2", "left": "moved", "why": "We tried."}, {"name": "The chairs", "clause": "5.3", "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": null, "deadline": {"due_on": "2023-02-24", "due_at": "2023-02-25T00:00:00+00:00", "first_day": "2023-01-16", "skipped": [{"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}, {"date": "2023-01-28", "why": "Saturday"}, {"date": "2023-01-29", "why": "Sunday"}, {"date": "2023-02-04", "why": "Saturday"}, {"date": "2023-02-05", "why": "Sunday"}, {"date": "2023-02-11", "why": "Saturday"}, {"date": "2023-02-12", "why": "Sunday"}, {"date": "2023-02-18", "why": "Saturday"}, {"date": "2023-02-19", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.4", "provisional": false, "start": "2023-01-13T10:00:00+00:00", "start_on": "2023-01-13", "unit": "operational-days", "number": 30, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 30, "clock": "Board"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": ["LUHFT"], "not_acknowledged": [], "proposal": null, "extension": {"words": "The board meets in February", "extend_to": "2023-03-01", "for": "LUHFT", "by": "Ben", "at": "2023-01-13T10:00:00+00:00", "state": "open", "agree": ["LUHFT"], "against": [], "waiting": ["Mersey Care"]}, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_agree", "row": 1, "label": "Agree to more time"}, {"action": "issue_disagree", "row": 1, "label": "No more time"}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-13 10:00:00.000000','2023-01-13 10:00:00.000000',1,'2023-01-13 10:00:00.000000','2023-01-13 10:00:00.000000','C0SEFTON','1673256600.000009',NULL,NULL);
INSERT INTO "outbox" VALUES(60,'edit:14:5',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,14,NULL,'edit:14','issue','{"reference": "SEF-3", "title": "Pharmacies", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Pharmacies", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "The board", "stage_clause": "5.4", "ladder": {"number": 3, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": [], "before": [{"name": "Talks", "clause": "5.2", "left": "moved", "why": "We tried."}, {"name": "The chairs", "clause": "5.3", "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": null, "deadline": {"due_on": "2023-03-01", "due_at": "2023-03-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-03-01T12:00:00+00:00", "start_on": "2023-03-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 33, "clock": "Board"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": ["LUHFT"], "not_acknowledged": [], "proposal": null, "extension": {"words": "The board meets in February", "extend_to": "2023-03-01", "for": "LUHFT", "by": "Ben", "at": "2023-01-13T10:00:00+00:00", "state": "agreed", "agree": ["Mersey Care", "LUHFT"], "against": [], "waiting": []}, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_propose", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2023-01-13 10:00:00.000000','2023-01-13 10:00:00.000000',1,'2023-01-13 10:00:00.000000','2023-01-13 10:00:00.000000','C0SEFTON','1673256600.000009',NULL,NULL);
INSERT INTO "outbox" VALUES(91,'edit:1:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,1,NULL,'edit:1','issue','{"reference": "SEF-1", "title": "Beds", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2023-01-09T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Beds", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "The chairs", "stage_clause": "5.3", "ladder": {"number": 2, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["The board"], "before": [{"name": "Talks", "clause": "5.2", "left": "time-up", "why": "Its time was up."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "The board", "deadline": {"due_on": "2023-01-31", "due_at": "2023-02-01T00:00:00+00:00", "first_day": "2023-01-25", "skipped": [{"date": "2023-01-28", "why": "Saturday"}, {"date": "2023-01-29", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2025-12-31", "clause": "5.3", "provisional": false, "start": "2023-01-24T00:00:00+00:00", "start_on": "2023-01-24", "unit": "operational-days", "number": 5, "direction": "after", "limit_calendar": "operational-days", "confirmed": true, "state": "open", "days_left": 5, "clock": "Chairs"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 2, "missing": [], "unreachable": [], "last_at": "2023-01-09T09:30:00+00:00"}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 1, "label": null}, {"action": "issue_propose", "row": 1, "label": null}, {"action": "issue_comment", "row": 1, "label": null}, {"action": "issue_show", "row": 1, "label": null}]','sent','2023-01-24 00:00:00.000000','2023-01-24 00:00:00.000000',1,'2023-01-24 00:00:00.000000','2023-01-24 00:00:00.000000','C0SEFTON','1673256600.000003',NULL,NULL);
CREATE TABLE people (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR(150) NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	timezone VARCHAR(60) NOT NULL, 
	digest_at TIME NOT NULL, 
	days_off JSON NOT NULL, 
	next_digest_at DATETIME
);
INSERT INTO "people" VALUES(1,'Sam','','Europe/London','09:00:00.000000','[5, 6]','2023-01-26 09:00:00.000000');
INSERT INTO "people" VALUES(2,'Ada','','Europe/London','09:00:00.000000','[5, 6]','2023-01-26 09:00:00.000000');
INSERT INTO "people" VALUES(3,'Ben','','Europe/London','09:00:00.000000','[5, 6]','2023-01-26 09:00:00.000000');
INSERT INTO "people" VALUES(4,'Joe','','Europe/London','09:00:00.000000','[5, 6]','2023-01-26 09:00:00.000000');
CREATE TABLE proclamations (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	calendar VARCHAR(30) NOT NULL, 
	day DATE NOT NULL, 
	open BOOLEAN NOT NULL, 
	why VARCHAR(150) NOT NULL, 
	entered_at DATETIME NOT NULL, 
	CONSTRAINT uq_proclamations_calendar_day UNIQUE (calendar, day), 
	CONSTRAINT ck_proclamations_base CHECK (calendar IN ('england-and-wales', 'scotland', 'northern-ireland', 'uk-any-part', 'every-day'))
);
CREATE TABLE proposals (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	issue_id INTEGER NOT NULL, 
	kind VARCHAR(30) NOT NULL, 
	words TEXT NOT NULL, 
	extend_to DATE, 
	proposed_for VARCHAR(40) NOT NULL, 
	proposed_by INTEGER NOT NULL, 
	proposed_at DATETIME NOT NULL, 
	state VARCHAR(30) NOT NULL, 
	CONSTRAINT fk_proposals_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id), 
	CONSTRAINT fk_proposals_proposed_by FOREIGN KEY(proposed_by) REFERENCES people (id), 
	CONSTRAINT ck_proposals_proposalkind CHECK (kind IN ('resolution', 'extension')), 
	CONSTRAINT ck_proposals_proposalstate CHECK (state IN ('open', 'agreed', 'replaced', 'ended'))
);
INSERT INTO "proposals" VALUES(1,3,'extension','The board meets in February','2023-03-01','luhft',3,'2023-01-13 10:00:00.000000','agreed');
CREATE TABLE ratifications (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	decision_id INTEGER NOT NULL, 
	partner VARCHAR(40) NOT NULL, 
	approved BOOLEAN, 
	decided_on DATE, 
	words TEXT, 
	reported_by INTEGER, 
	reported_at DATETIME, 
	evidence TEXT, 
	CONSTRAINT fk_ratifications_decision_id FOREIGN KEY(decision_id) REFERENCES decisions (id), 
	CONSTRAINT fk_ratifications_reported_by FOREIGN KEY(reported_by) REFERENCES people (id), 
	CONSTRAINT uq_ratifications_decision_id_partner UNIQUE (decision_id, partner)
);
CREATE TABLE register (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	act VARCHAR(40) NOT NULL, 
	reference VARCHAR(20), 
	private BOOLEAN NOT NULL, 
	person_id INTEGER, 
	person VARCHAR(150) NOT NULL, 
	partner VARCHAR(40), 
	on_behalf BOOLEAN NOT NULL, 
	facts TEXT NOT NULL, 
	source TEXT NOT NULL, 
	previous VARCHAR(64) NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT fk_register_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_register_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT uq_register_agreement_id_number UNIQUE (agreement_id, number)
);
INSERT INTO "register" VALUES(1,1,1,'2023-01-09 09:30:00.000000','terms-loaded',NULL,0,NULL,'tests',NULL,0,'{"sha256":"6e23130c98567436e20340f9afecdec3563d6605d65730ea25475c2126ec38ee","title":"Collaboration agreement for the Sefton Partnership","version":1}','{}','0000000000000000000000000000000000000000000000000000000000000000','4ec32d7fda2050783712638d9d6ba3253c9cb840f78ca304d54a4de2348c8e81');
INSERT INTO "register" VALUES(2,1,2,'2023-01-09 09:30:00.000000','roster-changed',NULL,0,NULL,'tests',NULL,0,'{"accounts":4,"added":[{"capacity":"secretary","line":2,"name":"Sam","user":"U0SAM","workspace":"T0PRACTICE"},{"capacity":"lead","line":3,"name":"Ada","partner":"mersey-care","user":"U0ADA","workspace":"T0PRACTICE"},{"capacity":"lead","line":4,"name":"Ben","partner":"luhft","user":"U0BEN","workspace":"T0PRACTICE"},{"capacity":"lead","line":5,"name":"Joe","partner":"sefton-council","user":"U0JOE","workspace":"T0PRACTICE"}],"capacities":4,"lines":4,"people":4,"seats":0}','{}','4ec32d7fda2050783712638d9d6ba3253c9cb840f78ca304d54a4de2348c8e81','30ac57710d4e41c24b7e8629ab22633ab8425d0e9da4b264d415799452e37968');
INSERT INTO "register" VALUES(3,1,3,'2023-01-09 09:30:00.000000','issue-raised','SEF-1',0,2,'Ada','mersey-care',0,'{"affected":["luhft"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"What happened: Beds","raised_as":null,"terms_id":1,"title":"Beds"}','{"kind":"form","team":"T0PRACTICE","view":"V00000002"}','30ac57710d4e41c24b7e8629ab22633ab8425d0e9da4b264d415799452e37968','0c3d526dc501eb489e56193efb7f7eab1c4b65ac1fc203dc7a079fbccded93a5');
INSERT INTO "register" VALUES(4,1,4,'2023-01-09 09:30:00.000000','notice-delivered','SEF-1',0,NULL,'Accord','luhft',0,'{"kind":"raised","proof":"slack:D0BEN:1673256600.000001"}','{}','0c3d526dc501eb489e56193efb7f7eab1c4b65ac1fc203dc7a079fbccded93a5','1c2e02969726f4dfcf28e6b9099c39a5976f2607cc7f6507372185a71b9342d9');
INSERT INTO "register" VALUES(5,1,5,'2023-01-09 09:30:00.000000','notice-delivered','SEF-1',0,NULL,'Accord','sefton-council',0,'{"kind":"raised","proof":"slack:D0JOE:1673256600.000002"}','{}','1c2e02969726f4dfcf28e6b9099c39a5976f2607cc7f6507372185a71b9342d9','93fddc393d33ef7d0c3e64ddb6a48ce365653096f2ed81c91501c9031c6619ee');
INSERT INTO "register" VALUES(6,1,6,'2023-01-09 09:30:00.000000','clock-started','SEF-1',0,NULL,'Accord',NULL,0,'{"counted_from":"2023-01-09T09:30:00+00:00","due_on":"2023-01-23","working":{"calendar":"england-and-wales","calendar_version":"holidays 0.109, england-and-wales, published to 2025-12-31","clause":"5.2","direction":"after","due_at":"2023-01-24T00:00:00+00:00","due_on":"2023-01-23","first_day":"2023-01-10","limit_calendar":"operational-days","number":10,"provisional":false,"skipped":[{"date":"2023-01-14","why":"Saturday"},{"date":"2023-01-15","why":"Sunday"},{"date":"2023-01-21","why":"Saturday"},{"date":"2023-01-22","why":"Sunday"}],"start":"2023-01-09T09:30:00+00:00","start_on":"2023-01-09","unit":"operational-days"}}','{}','93fddc393d33ef7d0c3e64ddb6a48ce365653096f2ed81c91501c9031c6619ee','6ae17bfe7164a8d06bc96d1e4a464bba7daab07a77d67306398d27122036405d');
INSERT INTO "register" VALUES(7,1,7,'2023-01-09 09:30:00.000000','issue-raised','SEF-2',0,2,'Ada','mersey-care',0,'{"affected":["luhft"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"What happened: Ambulances","raised_as":null,"terms_id":1,"title":"Ambulances"}','{"kind":"form","team":"T0PRACTICE","view":"V00000015"}','6ae17bfe7164a8d06bc96d1e4a464bba7daab07a77d67306398d27122036405d','9431974e6efb6a26cd0268a4bec3230aff4f019d5f67c915cb5a66f50e234012');
INSERT INTO "register" VALUES(8,1,8,'2023-01-09 09:30:00.000000','notice-delivered','SEF-2',0,NULL,'Accord','sefton-council',0,'{"kind":"raised","proof":"slack:D0JOE:1673256600.000006"}','{}','9431974e6efb6a26cd0268a4bec3230aff4f019d5f67c915cb5a66f50e234012','ce06ccb412cdc06b24c2fbaa64fb8976c95cbec942d3c256135a76225be851e1');
INSERT INTO "register" VALUES(9,1,9,'2023-01-09 09:30:00.000000','notice-delivered','SEF-2',0,NULL,'Accord','luhft',0,'{"kind":"raised","proof":"slack:D0BEN:1673256600.000007"}','{}','ce06ccb412cdc06b24c2fbaa64fb8976c95cbec942d3c256135a76225be851e1','787877c1568cdf15d19a92996805eac7dfa2d7a5a412672933c2b2600f957974');
INSERT INTO "register" VALUES(10,1,10,'2023-01-09 09:30:00.000000','clock-started','SEF-2',0,NULL,'Accord',NULL,0,'{"counted_from":"2023-01-09T09:30:00+00:00","due_on":"2023-01-23","working":{"calendar":"england-and-wales","calendar_version":"holidays 0.109, england-and-wales, published to 2025-12-31","clause":"5.2","direction":"after","due_at":"2023-01-24T00:00:00+00:00","due_on":"2023-01-23","first_day":"2023-01-10","limit_calendar":"operational-days","number":10,"provisional":false,"skipped":[{"date":"2023-01-14","why":"Saturday"},{"date":"2023-01-15","why":"Sunday"},{"date":"2023-01-21","why":"Saturday"},{"date":"2023-01-22","why":"Sunday"}],"start":"2023-01-09T09:30:00+00:00","start_on":"2023-01-09","unit":"operational-days"}}','{}','787877c1568cdf15d19a92996805eac7dfa2d7a5a412672933c2b2600f957974','7d23b2b45bb1fb2a2ff34ea97bde9e922a5ee6acff28705d5f8268b4ad18d2b8');
INSERT INTO "register" VALUES(11,1,11,'2023-01-09 09:30:00.000000','issue-raised','SEF-3',0,2,'Ada','mersey-care',0,'{"affected":["luhft"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"What happened: Pharmacies","raised_as":null,"terms_id":1,"title":"Pharmacies"}','{"kind":"form","team":"T0PRACTICE","view":"V00000028"}','7d23b2b45bb1fb2a2ff34ea97bde9e922a5ee6acff28705d5f8268b4ad18d2b8','f8f063ba946f4b59b95fe7fa7473f6a679b0a27dce3d50eb651235cf97f119e4');
INSERT INTO "register" VALUES(12,1,12,'2023-01-09 09:30:00.000000','notice-delivered','SEF-3',0,NULL,'Accord','sefton-council',0,'{"kind":"raised","proof":"slack:D0JOE:1673256600.000010"}','{}','f8f063ba946f4b59b95fe7fa7473f6a679b0a27dce3d50eb651235cf97f119e4','e3fe52419a3866b1567fb86db5bc3b25a60ca103c2fa9792acff6b90eae45274');
INSERT INTO "register" VALUES(13,1,13,'2023-01-09 09:30:00.000000','notice-delivered','SEF-3',0,NULL,'Accord','luhft',0,'{"kind":"raised","proof":"slack:D0BEN:1673256600.000011"}','{}','e3fe52419a3866b1567fb86db5bc3b25a60ca103c2fa9792acff6b90eae45274','a44e98295b1794654b63c562e773bcd47a686abb5a829c4420c6220f8cb7b921');
INSERT INTO "register" VALUES(14,1,14,'2023-01-09 09:30:00.000000','clock-started','SEF-3',0,NULL,'Accord',NULL,0,'{"counted_from":"2023-01-09T09:30:00+00:00","due_on":"2023-01-23","working":{"calendar":"england-and-wales","calendar_version":"holidays 0.109, england-and-wales, published to 2025-12-31","clause":"5.2","direction":"after","due_at":"2023-01-24T00:00:00+00:00","due_on":"2023-01-23","first_day":"2023-01-10","limit_calendar":"operational-days","number":10,"provisional":false,"skipped":[{"date":"2023-01-14","why":"Saturday"},{"date":"2023-01-15","why":"Sunday"},{"date":"2023-01-21","why":"Saturday"},{"date":"2023-01-22","why":"Sunday"}],"start":"2023-01-09T09:30:00+00:00","start_on":"2023-01-09","unit":"operational-days"}}','{}','a44e98295b1794654b63c562e773bcd47a686abb5a829c4420c6220f8cb7b921','8fd2fbc4bf352bc714b5a93bfe704065410415a69378f79f3e9ac18a6ff2d35f');
INSERT INTO "register" VALUES(15,1,15,'2023-01-12 10:00:00.000000','issue-moved','SEF-2',0,2,'Ada','mersey-care',0,'{"from":"talks","skipped":[],"to":"chairs","words":"We tried."}','{"kind":"form","team":"T0PRACTICE","view":"V00000052"}','8fd2fbc4bf352bc714b5a93bfe704065410415a69378f79f3e9ac18a6ff2d35f','fe5dac0e5ae81631dfccf8abc5df79ec23f7e16a8dcc280d489d3b6da886d5e5');
INSERT INTO "register" VALUES(16,1,16,'2023-01-12 10:00:00.000000','issue-moved','SEF-2',0,2,'Ada','mersey-care',0,'{"from":"chairs","skipped":[],"to":"board","words":"We tried."}','{"kind":"form","team":"T0PRACTICE","view":"V00000066"}','fe5dac0e5ae81631dfccf8abc5df79ec23f7e16a8dcc280d489d3b6da886d5e5','b089917848c541c97693fbb214561400343d9ccb4ec318db6802ceeb0776f918');
INSERT INTO "register" VALUES(17,1,17,'2023-01-12 10:00:00.000000','issue-moved','SEF-3',0,2,'Ada','mersey-care',0,'{"from":"talks","skipped":[],"to":"chairs","words":"We tried."}','{"kind":"form","team":"T0PRACTICE","view":"V00000080"}','b089917848c541c97693fbb214561400343d9ccb4ec318db6802ceeb0776f918','fc031c84031034f29a659e7721369d3f09b55c6a530221269b6f513638186581');
INSERT INTO "register" VALUES(18,1,18,'2023-01-13 10:00:00.000000','issue-moved','SEF-3',0,2,'Ada','mersey-care',0,'{"from":"chairs","skipped":[],"to":"board","words":"We tried."}','{"kind":"form","team":"T0PRACTICE","view":"V00000097"}','fc031c84031034f29a659e7721369d3f09b55c6a530221269b6f513638186581','8ef26a55f48d0226b9da9392ec18ea70a106160e48bc7115097b9b6ad62aa852');
INSERT INTO "register" VALUES(19,1,19,'2023-01-13 10:00:00.000000','issue-acknowledged','SEF-3',0,3,'Ben','luhft',0,'{}','{"kind":"form","team":"T0PRACTICE","view":"V00000111"}','8ef26a55f48d0226b9da9392ec18ea70a106160e48bc7115097b9b6ad62aa852','42ee7189c31ec3006f760cc5e780aa6d1f1e741331a5d5042444103f716d1b3a');
INSERT INTO "register" VALUES(20,1,20,'2023-01-13 10:00:00.000000','extension-proposed','SEF-3',0,3,'Ben','luhft',0,'{"proposal":1,"to":"2023-03-01","words":"The board meets in February"}','{"kind":"form","team":"T0PRACTICE","view":"V00000111"}','42ee7189c31ec3006f760cc5e780aa6d1f1e741331a5d5042444103f716d1b3a','be7bbc5efa769102664ea454e9f7bf795dd4423bd3c40130c4d42286cf93f6cc');
INSERT INTO "register" VALUES(21,1,21,'2023-01-13 10:00:00.000000','proposal-agreed','SEF-3',0,2,'Ada','mersey-care',0,'{"proposal":1,"words":""}','{"channel":"C0SEFTON","kind":"press","message":"1673604000.000010","team":"T0PRACTICE"}','be7bbc5efa769102664ea454e9f7bf795dd4423bd3c40130c4d42286cf93f6cc','0521e2ff357bc0bd64a43b0187cf47a378e602e160a7b3511dd9f54356079082');
INSERT INTO "register" VALUES(22,1,22,'2023-01-13 10:00:00.000000','deadline-extended','SEF-3',0,2,'Ada','mersey-care',0,'{"from":"2023-02-24","to":"2023-03-01"}','{"channel":"C0SEFTON","kind":"press","message":"1673604000.000010","team":"T0PRACTICE"}','0521e2ff357bc0bd64a43b0187cf47a378e602e160a7b3511dd9f54356079082','fcd1a8a3646d54454b016478ffe207f3ecbe9392857c716f58a99376153a3ee2');
INSERT INTO "register" VALUES(23,1,23,'2023-01-24 00:00:00.000000','issue-moved','SEF-1',0,NULL,'Accord',NULL,0,'{"from":"talks","skipped":[],"to":"chairs"}','{}','fcd1a8a3646d54454b016478ffe207f3ecbe9392857c716f58a99376153a3ee2','148b1d45bb82ebe0adf2d290915dd5a3aa0f0ab1532edcf6538f7aa5fae9242e');
CREATE TABLE review_answers (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	review_id INTEGER NOT NULL, 
	partner VARCHAR(40) NOT NULL, 
	words JSON, 
	changes TEXT, 
	evidence TEXT, 
	answered_by INTEGER, 
	answered_at DATETIME, 
	CONSTRAINT fk_review_answers_review_id FOREIGN KEY(review_id) REFERENCES reviews (id), 
	CONSTRAINT fk_review_answers_answered_by FOREIGN KEY(answered_by) REFERENCES people (id), 
	CONSTRAINT uq_review_answers_review_id_partner UNIQUE (review_id, partner)
);
CREATE TABLE review_events (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	review VARCHAR(40) NOT NULL, 
	"trigger" VARCHAR(150) NOT NULL, 
	happened_on DATE NOT NULL, 
	words TEXT NOT NULL, 
	declared_by INTEGER NOT NULL, 
	declared_at DATETIME NOT NULL, 
	CONSTRAINT fk_review_events_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_review_events_declared_by FOREIGN KEY(declared_by) REFERENCES people (id), 
	CONSTRAINT uq_review_events_agreement_id_review_trigger_happened_on UNIQUE (agreement_id, review, "trigger", happened_on)
);
CREATE TABLE reviews (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	occurrence VARCHAR(80) NOT NULL, 
	review VARCHAR(40) NOT NULL, 
	title VARCHAR(150) NOT NULL, 
	nominal_on DATE NOT NULL, 
	meets_on DATE NOT NULL, 
	day_chosen BOOLEAN NOT NULL, 
	begin_by_on DATE, 
	complete_by_on DATE, 
	"trigger" VARCHAR(150), 
	why TEXT, 
	state VARCHAR(30) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	opened_by INTEGER, 
	post_id INTEGER, 
	held_on DATE, 
	findings JSON, 
	outcome VARCHAR(30), 
	closed_at DATETIME, 
	closed_by INTEGER, 
	CONSTRAINT fk_reviews_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_reviews_terms_id FOREIGN KEY(terms_id) REFERENCES terms (id), 
	CONSTRAINT fk_reviews_opened_by FOREIGN KEY(opened_by) REFERENCES people (id), 
	CONSTRAINT fk_reviews_closed_by FOREIGN KEY(closed_by) REFERENCES people (id), 
	CONSTRAINT uq_reviews_agreement_id_number UNIQUE (agreement_id, number), 
	CONSTRAINT uq_reviews_agreement_id_occurrence UNIQUE (agreement_id, occurrence), 
	CONSTRAINT uq_reviews_reference UNIQUE (reference), 
	CONSTRAINT ck_reviews_reviewstate CHECK (state IN ('open', 'closed')), 
	CONSTRAINT ck_reviews_reviewoutcome CHECK (outcome IN ('continue', 'vary', 'extend', 'end'))
);
CREATE TABLE said_of_posts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	once VARCHAR(80) NOT NULL, 
	said_at DATETIME NOT NULL, 
	CONSTRAINT uq_said_of_posts_once UNIQUE (once)
);
CREATE TABLE seat_holdings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	forum VARCHAR(40) NOT NULL, 
	seat VARCHAR(40) NOT NULL, 
	person_id INTEGER NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	CONSTRAINT fk_seat_holdings_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_seat_holdings_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
CREATE TABLE settlements (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	value VARCHAR(200) NOT NULL, 
	why TEXT NOT NULL, 
	settled_by VARCHAR(150) NOT NULL, 
	settled_at DATETIME NOT NULL, 
	CONSTRAINT fk_settlements_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT uq_settlements_agreement_id_key UNIQUE (agreement_id, "key")
);
CREATE TABLE signature_parties (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	request_id INTEGER NOT NULL, 
	partner VARCHAR(40) NOT NULL, 
	signatory INTEGER, 
	deputy INTEGER, 
	seen_at DATETIME, 
	cannot_until DATE, 
	declined_at DATETIME, 
	words TEXT, 
	CONSTRAINT fk_signature_parties_deputy FOREIGN KEY(deputy) REFERENCES people (id), 
	CONSTRAINT fk_signature_parties_request_id FOREIGN KEY(request_id) REFERENCES signature_requests (id), 
	CONSTRAINT fk_signature_parties_signatory FOREIGN KEY(signatory) REFERENCES people (id), 
	CONSTRAINT uq_signature_parties_request_id_partner UNIQUE (request_id, partner)
);
CREATE TABLE signature_requests (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	title VARCHAR(150) NOT NULL, 
	kind VARCHAR(30) NOT NULL, 
	statement TEXT NOT NULL, 
	words TEXT NOT NULL, 
	begins_on DATE, 
	ends_on DATE, 
	newcomer JSON, 
	new_pack TEXT, 
	decision_id INTEGER, 
	version INTEGER NOT NULL, 
	target_on DATE NOT NULL, 
	requested_for VARCHAR(40), 
	requested_by INTEGER NOT NULL, 
	requested_at DATETIME NOT NULL, 
	opened_at DATETIME, 
	state VARCHAR(30) NOT NULL, 
	closed_at DATETIME, 
	closing_words TEXT, 
	effective_on DATE, 
	in_effect_at DATETIME, 
	copy_after_at DATETIME, 
	executed_sha256 VARCHAR(64), 
	post_id INTEGER, 
	CONSTRAINT fk_signature_requests_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_signature_requests_decision_id FOREIGN KEY(decision_id) REFERENCES decisions (id), 
	CONSTRAINT fk_signature_requests_executed_sha256 FOREIGN KEY(executed_sha256) REFERENCES files (sha256), 
	CONSTRAINT fk_signature_requests_requested_by FOREIGN KEY(requested_by) REFERENCES people (id), 
	CONSTRAINT fk_signature_requests_terms_id FOREIGN KEY(terms_id) REFERENCES terms (id), 
	CONSTRAINT uq_signature_requests_agreement_id_number UNIQUE (agreement_id, number), 
	CONSTRAINT uq_signature_requests_reference UNIQUE (reference), 
	CONSTRAINT ck_signature_requests_documentkind CHECK (kind IN ('agreement', 'variation', 'extension', 'termination', 'accession', 'data-sharing', 'other')), 
	CONSTRAINT ck_signature_requests_requeststate CHECK (state IN ('draft', 'open', 'complete', 'withdrawn'))
);
CREATE TABLE snoozes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	deadline_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	until_at DATETIME NOT NULL, 
	CONSTRAINT fk_snoozes_deadline_id FOREIGN KEY(deadline_id) REFERENCES deadlines (id), 
	CONSTRAINT fk_snoozes_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT uq_snoozes_deadline_id_person_id UNIQUE (deadline_id, person_id)
);
CREATE TABLE submissions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	once VARCHAR(200) NOT NULL, 
	done_at DATETIME NOT NULL, values_sha256 VARCHAR(64), 
	CONSTRAINT uq_submissions_once UNIQUE (once)
);
INSERT INTO "submissions" VALUES(1,'slack:V00000002','2023-01-09 09:30:00.000000','9527eaffd832b069b52861f613e765969ab6243ef1ce0bd6dd75b5477c82b87d');
INSERT INTO "submissions" VALUES(2,'slack:V00000015','2023-01-09 09:30:00.000000','1e09614a59124cd6b9bec9cd3b4a0c41ba037c9d7d914e0cd407981db09acacc');
INSERT INTO "submissions" VALUES(3,'slack:V00000028','2023-01-09 09:30:00.000000','add65b3457efcdaf1fa07ffba53ff6335e6a61a404d45633dde5a3ccdd1486bb');
INSERT INTO "submissions" VALUES(4,'slack:V00000052','2023-01-12 10:00:00.000000','c172f2f46bbcfe544c48e458b54b21e33d58e5268fc93011bd1287af93ee169e');
INSERT INTO "submissions" VALUES(5,'slack:V00000066','2023-01-12 10:00:00.000000','137df0632fe3e63a4ac71531d4a716af1d306b4951474cd103e96645f8af4202');
INSERT INTO "submissions" VALUES(6,'slack:V00000080','2023-01-12 10:00:00.000000','c172f2f46bbcfe544c48e458b54b21e33d58e5268fc93011bd1287af93ee169e');
INSERT INTO "submissions" VALUES(7,'slack:V00000097','2023-01-13 10:00:00.000000','137df0632fe3e63a4ac71531d4a716af1d306b4951474cd103e96645f8af4202');
INSERT INTO "submissions" VALUES(8,'slack:V00000111','2023-01-13 10:00:00.000000','99f179e06db4a6473fe9b41218a662f00432110baff4268a5026801a9d35feef');
CREATE TABLE terms (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	body JSON NOT NULL, 
	source TEXT NOT NULL, 
	loaded_at DATETIME NOT NULL, 
	CONSTRAINT fk_terms_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT uq_terms_agreement_id_number UNIQUE (agreement_id, number)
);
INSERT INTO "terms" VALUES(1,1,1,'6e23130c98567436e20340f9afecdec3563d6605d65730ea25475c2126ec38ee','{"id": "sefton-2022", "title": "Collaboration agreement for the Sefton Partnership", "short_title": "Sefton Partnership", "prefix": "SEF", "operational_days": "operational-days", "calendars": {"operational-days": {"base": "england-and-wales"}}, "clocks": {"first": {"clause": "5.2", "name": "Talks", "limit": {"number": 10, "unit": "operational-days", "calendar": "operational-days"}, "counts_from": "notified"}, "second": {"clause": "5.3", "name": "Chairs", "limit": {"number": 5, "unit": "operational-days", "calendar": "operational-days"}, "counts_from": "stage-entered"}, "third": {"clause": "5.4", "name": "Board", "limit": {"number": 30, "unit": "operational-days", "calendar": "operational-days"}, "counts_from": "raised"}}, "categories": [{"key": "commissioner", "name": "Commissioner"}, {"key": "council", "name": "Council, commissioner and provider"}, {"key": "provider", "name": "Provider"}, {"key": "primary-care", "name": "Primary care network"}], "partners": [{"clause": "Background (e)", "note": "Commissions social care and public health; provides social care and locality services, itself or by contract.", "key": "sefton-council", "name": "Sefton Metropolitan Borough Council", "short": "Sefton Council", "roles": ["commissioner", "provider"], "category": "council", "aliases": ["the Council", "Sefton MBC"], "public_authority": true, "printed_number": "2 on the cover, none in the parties clause"}, {"key": "mersey-care", "name": "Mersey Care NHS Foundation Trust", "short": "Mersey Care", "roles": ["provider"], "category": "provider", "aliases": ["MCFT"], "public_authority": true, "printed_number": "3 on the cover, 2 in the parties clause"}, {"key": "luhft", "name": "Liverpool University Hospitals NHS Foundation Trust", "short": "LUHFT", "roles": ["provider"], "category": "provider", "aliases": ["Liverpool University Hospitals"], "public_authority": true, "printed_number": "5 on the cover, 4 in the parties clause"}], "issues": {"stages": [{"clause": "5.2", "note": "Nothing is said about what follows when the discussion fails.", "key": "talks", "name": "Talks", "kind": "discussion", "clock": "first", "moved_on_by": ["affected-partner", "secretary"], "on_time_up": "move", "next": "chairs"}, {"clause": "5.3", "note": "Nothing is said about what follows when the discussion fails.", "key": "chairs", "name": "The chairs", "kind": "discussion", "clock": "second", "moved_on_by": ["affected-partner", "secretary"], "next": "board"}, {"clause": "5.4", "note": "Nothing is said about what follows when the discussion fails.", "key": "board", "name": "The board", "kind": "discussion", "clock": "third", "moved_on_by": ["affected-partner", "secretary"]}]}, "signatures": {"forms": ["wet-ink"], "effect": {"rule": "stated-date"}}, "term": {"begins": "2022-02-01", "open_ended": true}}','id: sefton-2022
title: Collaboration agreement for the Sefton Partnership
short_title: Sefton Partnership
prefix: SEF
operational_days: operational-days
issues:
  notify: all-partners
  stages:
  - key: talks
    name: Talks
    kind: discussion
    clause: ''5.2''
    clock: first
    moved_on_by:
    - affected-partner
    - secretary
    settled_when: all-affected-agree
    on_time_up: move
    note: Nothing is said about what follows when the discussion fails.
    next: chairs
  - key: chairs
    name: The chairs
    kind: discussion
    clause: ''5.3''
    clock: second
    moved_on_by:
    - affected-partner
    - secretary
    settled_when: all-affected-agree
    on_time_up: ask
    note: Nothing is said about what follows when the discussion fails.
    next: board
  - key: board
    name: The board
    kind: discussion
    clause: ''5.4''
    clock: third
    moved_on_by:
    - affected-partner
    - secretary
    settled_when: all-affected-agree
    on_time_up: ask
    note: Nothing is said about what follows when the discussion fails.
signatures:
  forms:
  - wet-ink
  effect:
    rule: stated-date
term:
  begins: 2022-02-01
  open_ended: true
calendars:
  operational-days:
    base: england-and-wales
partners:
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
- key: luhft
  name: Liverpool University Hospitals NHS Foundation Trust
  short: LUHFT
  roles: [provider]
  category: provider
  aliases: [Liverpool University Hospitals]
  printed_number: 5 on the cover, 4 in the parties clause
  public_authority: true
categories:
- {key: commissioner, name: Commissioner}
- {key: council, name: ''Council, commissioner and provider''}
- {key: provider, name: Provider}
- {key: primary-care, name: Primary care network}

clocks:
  first:
    name: Talks
    clause: ''5.2''
    counts_from: notified
    limit:
      number: 10
      unit: operational-days
      calendar: operational-days
  second:
    name: Chairs
    clause: ''5.3''
    counts_from: stage-entered
    limit:
      number: 5
      unit: operational-days
      calendar: operational-days
  third:
    name: Board
    clause: ''5.4''
    counts_from: raised
    limit:
      number: 30
      unit: operational-days
      calendar: operational-days
','2023-01-09 09:30:00.000000');
CREATE TABLE trackers (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	agreement_id INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	number INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	post_id INTEGER, 
	CONSTRAINT fk_trackers_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id), 
	CONSTRAINT fk_trackers_terms_id FOREIGN KEY(terms_id) REFERENCES terms (id), 
	CONSTRAINT uq_trackers_agreement_id_key UNIQUE (agreement_id, "key"), 
	CONSTRAINT uq_trackers_agreement_id_number UNIQUE (agreement_id, number), 
	CONSTRAINT uq_trackers_reference UNIQUE (reference)
);
CREATE TABLE visits (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	issue_id INTEGER NOT NULL, 
	stage VARCHAR(40) NOT NULL, 
	entered_at DATETIME NOT NULL, 
	"left" VARCHAR(30), 
	left_at DATETIME, 
	why TEXT, 
	notes JSON NOT NULL, 
	CONSTRAINT fk_visits_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id), 
	CONSTRAINT uq_visits_issue_id_stage UNIQUE (issue_id, stage), 
	CONSTRAINT ck_visits_left CHECK ("left" IN ('moved', 'skipped', 'time-up'))
);
INSERT INTO "visits" VALUES(1,1,'talks','2023-01-09 09:30:00.000000','time-up','2023-01-24 00:00:00.000000','Its time was up.','{}');
INSERT INTO "visits" VALUES(2,2,'talks','2023-01-09 09:30:00.000000','moved','2023-01-12 10:00:00.000000','We tried.','{}');
INSERT INTO "visits" VALUES(3,3,'talks','2023-01-09 09:30:00.000000','moved','2023-01-12 10:00:00.000000','We tried.','{}');
INSERT INTO "visits" VALUES(4,2,'chairs','2023-01-12 10:00:00.000000','moved','2023-01-12 10:00:00.000000','We tried.','{}');
INSERT INTO "visits" VALUES(5,2,'board','2023-01-12 10:00:00.000000',NULL,NULL,NULL,'{}');
INSERT INTO "visits" VALUES(6,3,'chairs','2023-01-12 10:00:00.000000','moved','2023-01-13 10:00:00.000000','We tried.','{}');
INSERT INTO "visits" VALUES(7,3,'board','2023-01-13 10:00:00.000000',NULL,NULL,NULL,'{}');
INSERT INTO "visits" VALUES(8,1,'chairs','2023-01-24 00:00:00.000000',NULL,NULL,NULL,'{}');
CREATE INDEX ix_people_due_digest ON people (next_digest_at);
CREATE INDEX ix_people_name ON people (name);
CREATE INDEX ix_accounts_person_id ON accounts (person_id);
CREATE INDEX ix_accounts_stale_home ON accounts (home_stale_at);
CREATE INDEX ix_deadlines_agreement_id ON deadlines (agreement_id);
CREATE INDEX ix_deadlines_due_nudge ON deadlines (next_nudge_at);
CREATE INDEX ix_deadlines_matter ON deadlines (matter, matter_id);
CREATE INDEX ix_deadlines_passing ON deadlines (due_at) WHERE state = 'open';
CREATE UNIQUE INDEX uq_deadlines_live ON deadlines (matter, matter_id, clock) WHERE state IN ('open', 'passed');
CREATE INDEX ix_holdings_of_partner ON holdings (agreement_id, partner);
CREATE INDEX ix_holdings_person_id ON holdings (person_id);
CREATE INDEX ix_register_reference ON register (reference);
CREATE INDEX ix_seat_holdings_agreement_id ON seat_holdings (agreement_id);
CREATE INDEX ix_outbox_about ON outbox (about);
CREATE INDEX ix_outbox_failed ON outbox (agreement_id, id) WHERE state = 'failed';
CREATE INDEX ix_outbox_sending ON outbox (workspace, lane) WHERE state = 'sending';
CREATE INDEX ix_outbox_waiting ON outbox (not_before_at) WHERE state = 'waiting';
CREATE INDEX ix_proposals_issue_id ON proposals (issue_id);
CREATE INDEX ix_deadlines_open_calendar ON deadlines (calendar_version, id) WHERE state = 'open';
CREATE INDEX ix_decisions_issue_id ON decisions (issue_id);
CREATE INDEX ix_decisions_of_state ON decisions (agreement_id, state);
CREATE INDEX ix_actions_of_state ON actions (agreement_id, state);
CREATE INDEX ix_conflict_matters_matter_id ON conflict_matters (matter_id);
CREATE INDEX ix_interest_returns_agreement_id ON interest_returns (agreement_id);
CREATE INDEX ix_signature_requests_of_state ON signature_requests (agreement_id, state);
CREATE INDEX ix_signature_requests_without_copy ON signature_requests (id) WHERE state = 'complete' AND executed_sha256 IS NULL;
CREATE INDEX ix_agreements_next_term_at ON agreements (next_term_at);
CREATE INDEX ix_agreements_next_morning_at ON agreements (next_morning_at);
CREATE INDEX ix_reviews_of_state ON reviews (agreement_id, state);
CREATE UNIQUE INDEX uq_feeds_live_agreement ON feeds (person_id, agreement_id) WHERE revoked_at IS NULL AND agreement_id IS NOT NULL;
CREATE UNIQUE INDEX uq_feeds_live_own ON feeds (person_id) WHERE revoked_at IS NULL AND agreement_id IS NULL;
CREATE INDEX ix_criterion_changes_batch ON criterion_changes (batch);
CREATE UNIQUE INDEX ix_criterion_changes_waiting ON criterion_changes (criterion_id) WHERE state = 'waiting';
CREATE INDEX ix_chair_holdings_agreement_id ON chair_holdings (agreement_id);
CREATE INDEX ix_chair_holdings_person_id ON chair_holdings (person_id);
CREATE INDEX ix_seat_holdings_person_id ON seat_holdings (person_id);
CREATE INDEX ix_milestones_of_state ON milestones (agreement_id, state);
CREATE INDEX ix_meetings_of_state ON meetings (agreement_id, state);
CREATE INDEX ix_agenda_items_meeting_id ON agenda_items (meeting_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('visits',8);
INSERT INTO "sqlite_sequence" VALUES('agreements',1);
INSERT INTO "sqlite_sequence" VALUES('terms',1);
INSERT INTO "sqlite_sequence" VALUES('register',23);
INSERT INTO "sqlite_sequence" VALUES('people',4);
INSERT INTO "sqlite_sequence" VALUES('holdings',4);
INSERT INTO "sqlite_sequence" VALUES('accounts',4);
INSERT INTO "sqlite_sequence" VALUES('channels',1);
INSERT INTO "sqlite_sequence" VALUES('submissions',8);
INSERT INTO "sqlite_sequence" VALUES('issues',3);
INSERT INTO "sqlite_sequence" VALUES('issue_partners',9);
INSERT INTO "sqlite_sequence" VALUES('deadlines',9);
INSERT INTO "sqlite_sequence" VALUES('outbox',99);
INSERT INTO "sqlite_sequence" VALUES('notices',6);
INSERT INTO "sqlite_sequence" VALUES('proposals',1);
INSERT INTO "sqlite_sequence" VALUES('answers',2);
COMMIT;
