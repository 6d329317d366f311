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
INSERT INTO "accounts" VALUES(1,'slack','T0PRACTICE','U0SAM',1,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(2,'slack','T0PRACTICE','U0ADA',2,'linked','2022-12-16 09:30:00.000000',1,'2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',1,NULL);
INSERT INTO "accounts" VALUES(3,'slack','T0PRACTICE','U0EVE',3,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(4,'slack','T0PRACTICE','U0SID',4,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(5,'slack','T0PRACTICE','U0ROB',5,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(6,'slack','T0PRACTICE','U0BEN',6,'linked','2022-12-16 09:30:00.000000',1,'2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',NULL,NULL);
INSERT INTO "accounts" VALUES(7,'slack','T0PRACTICE','U0DEE',7,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(8,'slack','T0PRACTICE','U0PIA',8,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(9,'slack','T0PRACTICE','U0MEG',9,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(10,'slack','T0ELSEWHERE','U0VIC',10,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(11,'slack','T0PRACTICE','U0JOE',11,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(12,'slack','T0PRACTICE','U0UNA',12,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(13,'slack','T0PRACTICE','U0URI',13,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(14,'slack','T0PRACTICE','U0UMA',14,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(15,'slack','T0PRACTICE','U0TOM',15,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(16,'slack','T0PRACTICE','U0HAL',17,'linked','2022-12-16 09:30:00.000000',1,NULL,NULL,NULL,NULL);
INSERT INTO "accounts" VALUES(17,'slack','T0PRACTICE','U0CAL',16,'claimed','2022-12-16 09:30:00.000000',0,NULL,NULL,NULL,NULL);
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
INSERT INTO "actions" VALUES(1,1,1,1,'SEF-A1','Write it down','',NULL,'luhft',NULL,'decision',2,'SEF-D2','2023-02-01','open',1,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "actions" VALUES(2,1,1,2,'SEF-A2','Prepare the variation: Chairing arrangements','',NULL,'luhft',NULL,'review',2,'SEF-R2','2023-02-01','open',1,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "actions" VALUES(3,1,1,3,'SEF-A3','Prepare the ending: Chairing arrangements','',NULL,'luhft',NULL,'review',3,'SEF-R3','2023-02-01','open',1,'2022-12-16 09:30:00.000000',NULL,NULL);
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
INSERT INTO "agenda_items" VALUES(1,1,'Winter beds','',NULL,1,'2022-12-16 09:30:00.000000',NULL);
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
INSERT INTO "agreements" VALUES(1,'sefton-2022','SEF',8,150,'964d521f35ee9545bf2480e3e872f561226fdc232cd71b857348f640a92432de','2022-12-16 09:30:00.000000',4,3,2,2,NULL,NULL,NULL,NULL,'2022-12-22 09:00:00.000000',3,1,'2022-11',3,4);
INSERT INTO "agreements" VALUES(2,'one-halton-2021','HAL',0,13,'f57f26f68ae4d30c38ffbe41cb963021ad6d89f7f1660e4ca4c431a7192bb4a5','2022-12-16 09:30:00.000000',0,0,0,0,NULL,NULL,NULL,NULL,'2022-12-22 09:00:00.000000',0,0,'2022-11',10,0);
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
INSERT INTO "answers" VALUES(1,1,'mersey-care',1,'',2,'2022-12-16 09:30:00.000000');
INSERT INTO "answers" VALUES(2,2,'mersey-care',1,'',2,'2022-12-16 09:30:00.000000');
INSERT INTO "answers" VALUES(3,3,'mersey-care',1,'',2,'2022-12-16 09:30:00.000000');
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
INSERT INTO "attendances" VALUES(1,4,'sefton-council','Sefton Council','sefton-council','absent',NULL);
INSERT INTO "attendances" VALUES(2,4,'mersey-care','Mersey Care','mersey-care','absent',NULL);
INSERT INTO "attendances" VALUES(3,4,'luhft','LUHFT','luhft','member',NULL);
INSERT INTO "attendances" VALUES(4,4,'alder-hey','Alder Hey','alder-hey','absent',NULL);
INSERT INTO "attendances" VALUES(5,4,'sefton-cvs','Sefton CVS','sefton-cvs','absent',NULL);
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
INSERT INTO "ballots" VALUES(1,2,1,'sefton-council','for','',1,'2022-12-16 09:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(2,2,1,'mersey-care','for','',1,'2022-12-16 09:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(3,2,1,'luhft','for','',1,'2022-12-16 09:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(4,2,1,'alder-hey','for','',1,'2022-12-16 09:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(5,2,1,'sefton-cvs','for','',1,'2022-12-16 09:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(6,4,1,'sefton-council','for','',1,'2022-12-16 09:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(7,4,1,'mersey-care','for','',1,'2022-12-16 09:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(8,4,1,'luhft','for','',1,'2022-12-16 09:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(9,4,1,'alder-hey','for','',1,'2022-12-16 09:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(10,4,1,'sefton-cvs','for','',1,'2022-12-16 09:30:00.000000','By telephone');
INSERT INTO "ballots" VALUES(11,1,1,'mersey-care','for','',2,'2022-12-16 09:30:00.000000',NULL);
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
INSERT INTO "chair_holdings" VALUES(1,1,'health-and-wellbeing-board',0,16,NULL,'2023-06-30');
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
INSERT INTO "channels" VALUES(1,1,'slack','T0PRACTICE','C0SEFTON','2022-12-16 09:30:00.000000','2022-12-21 09:00:00.000000');
INSERT INTO "channels" VALUES(2,2,'slack','T0PRACTICE','C0HALTON','2022-12-16 09:30:00.000000','2022-12-21 09:00:00.000000');
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
INSERT INTO "conflict_matters" VALUES(1,1,'decision',4,'SEF-D4','["alder-hey", "luhft", "sefton-council", "sefton-cvs"]',NULL,NULL,NULL,1);
INSERT INTO "conflict_matters" VALUES(2,2,'decision',1,'SEF-D1','["alder-hey", "luhft", "mersey-care", "sefton-cvs"]',NULL,NULL,NULL,NULL);
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
INSERT INTO "conflicts" VALUES(1,1,1,1,'SEF-C1','Shares','mersey-care',NULL,'financial',0,0,'We own a tenth of the builder.','','2022-12-16 09:30:00.000000',NULL,'A threat was made.',NULL,2,'2022-12-16 09:30:00.000000',NULL,NULL,NULL,NULL,'[]',NULL);
INSERT INTO "conflicts" VALUES(2,1,1,2,'SEF-C2','A cousin','sefton-council',NULL,'financial',0,0,'We own a tenth of the builder.','','2022-12-16 09:30:00.000000',NULL,'A threat was made.',NULL,11,'2022-12-16 09:30:00.000000',NULL,NULL,NULL,NULL,'[]','provider');
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
INSERT INTO "consents" VALUES(1,1,'luhft',1,'',6,'2022-12-16 09:30:00.000000',NULL);
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
INSERT INTO "counterparts" VALUES(1,1,1,'mersey-care',1,'chat','2022-12-16','Sid','Chair','My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. It has the authorisations it needs, and its leadership body has approved this.',NULL,NULL,NULL,4,4,'2022-12-16 09:30:00.000000','{"kind": "form", "team": "T0PRACTICE", "view": "V00000655", "user": "U0SID"}');
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
INSERT INTO "criteria" VALUES(1,1,1,'1','SEF-T1.1','House','Roof','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(2,1,1,'2','SEF-T1.2','House','Gutter','','Done, but leaking','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(3,1,1,'3','SEF-T1.3','Garden','Wall','It leans','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(4,1,1,'4','SEF-T1.4','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(5,1,1,'5','SEF-T1.5','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(6,1,1,'6','SEF-T1.6','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(7,1,1,'7','SEF-T1.7','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(8,1,1,'8','SEF-T1.8','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(9,1,1,'9','SEF-T1.9','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(10,1,1,'10','SEF-T1.10','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(11,1,1,'11','SEF-T1.11','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(12,1,1,'12','SEF-T1.12','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(13,1,1,'13','SEF-T1.13','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(14,1,1,'14','SEF-T1.14','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(15,1,1,'15','SEF-T1.15','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(16,1,1,'16','SEF-T1.16','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(17,1,1,'17','SEF-T1.17','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(18,1,1,'18','SEF-T1.18','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(19,1,1,'19','SEF-T1.19','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(20,1,1,'20','SEF-T1.20','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(21,1,1,'21','SEF-T1.21','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "criteria" VALUES(22,1,1,'22','SEF-T1.22','Garden','Bed','','Idle','','',NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000');
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
INSERT INTO "criterion_changes" VALUES(1,2,1,1,'waiting','{"status": "Done, but leaking"}','{"status": "Done"}','So it is.','mersey-care',2,'Ada','2022-12-16 09:30:00.000000',NULL,NULL,NULL,NULL);
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
INSERT INTO "deadlines" VALUES(1,1,'milestone',2,'due','2023-03-31','2023-03-31 23:00:00.000000','{"due_on": "2023-03-31", "due_at": "2023-03-31T23:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.2", "provisional": false, "start": "2023-03-31T11:00:00+00:00", "start_on": "2023-03-31", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2023-03-17 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(2,1,'review',1,'due','2023-01-03','2023-01-04 00:00:00.000000','{"due_on": "2023-01-03", "due_at": "2023-01-04T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "12", "provisional": false, "start": "2023-01-03T12:00:00+00:00", "start_on": "2023-01-03", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2022-12-22 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(3,1,'issue',1,'issue_discussion','2023-01-18','2023-01-19 00:00:00.000000','{"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2024-12-31',0,'open',NULL,NULL,'2023-01-04 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(4,1,'issue',2,'issue_discussion','2023-01-18','2023-01-19 00:00:00.000000','{"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2024-12-31',0,'cancelled',NULL,NULL,NULL,'2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(5,1,'issue',3,'issue_discussion','2023-01-18','2023-01-19 00:00:00.000000','{"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2024-12-31',0,'cancelled',NULL,NULL,NULL,'2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(6,1,'issue',4,'issue_discussion','2023-01-18','2023-01-19 00:00:00.000000','{"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2024-12-31',0,'open',NULL,NULL,'2023-01-04 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(7,1,'issue',5,'issue_discussion','2023-01-18','2023-01-19 00:00:00.000000','{"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2024-12-31',0,'cancelled',NULL,NULL,NULL,'2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(8,1,'issue',6,'issue_discussion','2023-01-18','2023-01-19 00:00:00.000000','{"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2024-12-31',0,'cancelled',NULL,NULL,NULL,'2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(9,1,'decision',1,'closing','2023-01-06','2023-01-07 00:00:00.000000','{"due_on": "2023-01-06", "due_at": "2023-01-07T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "13", "provisional": false, "start": "2023-01-06T12:00:00+00:00", "start_on": "2023-01-06", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2022-12-29 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(10,1,'decision',2,'closing','2023-01-06','2023-01-07 00:00:00.000000','{"due_on": "2023-01-06", "due_at": "2023-01-07T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.8", "provisional": false, "start": "2023-01-06T12:00:00+00:00", "start_on": "2023-01-06", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'met',NULL,NULL,NULL,'2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(11,1,'action',1,'due','2023-02-01','2023-02-02 00:00:00.000000','{"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2023-01-18 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(12,1,'decision',4,'closing','2023-01-06','2023-01-07 00:00:00.000000','{"due_on": "2023-01-06", "due_at": "2023-01-07T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "1.5", "provisional": false, "start": "2023-01-06T12:00:00+00:00", "start_on": "2023-01-06", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2022-12-29 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(13,1,'signature',1,'signing','2023-01-31','2023-02-01 00:00:00.000000','{"due_on": "2023-01-31", "due_at": "2023-02-01T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-01-31T12:00:00+00:00", "start_on": "2023-01-31", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2023-01-17 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(14,1,'milestone',13,'due','2023-02-01','2023-02-02 00:00:00.000000','{"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2023-01-18 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(15,1,'issue',7,'issue_discussion','2023-01-18','2023-01-19 00:00:00.000000','{"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2024-12-31',0,'open',NULL,NULL,'2023-01-04 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(16,1,'review',2,'due','2023-02-01','2023-02-02 00:00:00.000000','{"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.5", "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'met',NULL,NULL,NULL,'2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(17,1,'action',2,'due','2023-02-01','2023-02-02 00:00:00.000000','{"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2023-01-18 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(18,1,'review',3,'due','2023-02-02','2023-02-03 00:00:00.000000','{"due_on": "2023-02-02", "due_at": "2023-02-03T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.5", "provisional": false, "start": "2023-02-02T12:00:00+00:00", "start_on": "2023-02-02", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'met',NULL,NULL,NULL,'2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(19,1,'action',3,'due','2023-02-01','2023-02-02 00:00:00.000000','{"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2023-01-18 09:00:00.000000','2022-12-16 09:30:00.000000');
INSERT INTO "deadlines" VALUES(20,1,'meeting',3,'record','2022-12-23','2022-12-24 00:00:00.000000','{"due_on": "2022-12-23", "due_at": "2022-12-24T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2022-12-23T12:00:00+00:00", "start_on": "2022-12-23", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2022-12-22 09:00:00.000000','2022-12-21 09:30:00.000000');
INSERT INTO "deadlines" VALUES(21,1,'meeting',2,'record','2022-12-29','2022-12-30 00:00:00.000000','{"due_on": "2022-12-29", "due_at": "2022-12-30T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2022-12-29T12:00:00+00:00", "start_on": "2022-12-29", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null}','',1,'open',NULL,NULL,'2022-12-23 09:00:00.000000','2022-12-21 09:30:00.000000');
INSERT INTO "deadlines" VALUES(22,1,'issue',8,'issue_discussion','2023-01-23','2023-01-24 00:00:00.000000','{"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2022-12-22", "skipped": [{"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-21T09:30:00+00:00", "start_on": "2022-12-21", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days"}','holidays 0.109, england-and-wales, published to 2024-12-31',0,'open',NULL,NULL,'2023-01-09 09:00:00.000000','2022-12-21 09:30:00.000000');
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
INSERT INTO "decisions" VALUES(1,1,1,1,'SEF-D1','Shared wards','One ward.','Cheaper.','','variation',NULL,NULL,NULL,'{"affected": [], "concerned": [], "conflicted": [], "recused": ["sefton-council"], "stands": []}',NULL,1,0,'mersey-care',2,'2022-12-16','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','2023-01-06',NULL,'open',NULL,NULL,NULL,63,'[]',NULL);
INSERT INTO "decisions" VALUES(2,1,1,2,'SEF-D2','Shared wards','One ward.','Cheaper.','','governance',NULL,'governance',NULL,'{"affected": [], "concerned": [], "conflicted": [], "recused": []}',NULL,1,0,'mersey-care',2,'2022-12-16','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','2023-01-06',NULL,'carried','2022-12-16 09:30:00.000000',NULL,'{"names": {"sefton-council": "Sefton Council", "mersey-care": "Mersey Care", "luhft": "LUHFT", "alder-hey": "Alder Hey", "sefton-cvs": "Sefton CVS"}, "voters": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "silent": [], "excluded": [], "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 5, "needed": 5, "reached": 5, "missing": 0, "in_favour": 5, "against": 0, "abstain": 0, "silent": 0, "quorum": null, "quorate": true, "tied": false, "carried": true, "beyond_reach": false, "by_casting_vote": false, "other": null}}',67,'[]',NULL);
INSERT INTO "decisions" VALUES(3,1,1,3,'SEF-D3','Shared wards','One ward.','Cheaper.','','variation',NULL,NULL,NULL,'{"affected": [], "concerned": [], "conflicted": [], "recused": []}',NULL,1,0,'mersey-care',2,'2022-12-16','2022-12-16 09:30:00.000000',NULL,'2023-01-06',NULL,'draft',NULL,NULL,NULL,NULL,'[]',NULL);
INSERT INTO "decisions" VALUES(4,1,1,4,'SEF-D4','Shared wards','One ward.','Cheaper.','','agreement',NULL,NULL,NULL,'{"affected": [], "concerned": [], "conflicted": [], "recused": ["mersey-care"], "stands": ["mersey-care"]}',NULL,1,0,'mersey-care',2,'2022-12-16','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','2023-01-06',NULL,'open',NULL,NULL,NULL,107,'[]',NULL);
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
INSERT INTO "document_versions" VALUES(1,1,1,'74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839','agreement.pdf',NULL,NULL,NULL,2,'2022-12-16 09:30:00.000000');
INSERT INTO "document_versions" VALUES(2,2,1,'b6125d36585017c0ac7dad6f8ae58b6f763c366a68319637425d333103e240b6','agreement.pdf',NULL,NULL,NULL,2,'2022-12-16 09:30:00.000000');
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
INSERT INTO "feeds" VALUES(1,9,1,'26d83458045d42c4e601bddef7433c8674031730bca210891be3d2d437ced682','2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "feeds" VALUES(3,1,1,'7226a28e49daf6572fcc07398f54767fa49d4a400f381f47a332d7dcd047dc59','2022-12-21 09:30:00.000000',NULL,NULL);
INSERT INTO "feeds" VALUES(4,1,NULL,'081a4583f795cb7882c9aef947ef9574646aa74cf33b03160b6d34633e9d8e03','2022-12-21 09:30:00.000000',NULL,NULL);
INSERT INTO "feeds" VALUES(5,2,1,'f87b94862576115e76408072cff67165b4a31e566daaafbc5462fbe2568e5ad6','2022-12-21 09:30:00.000000',NULL,NULL);
INSERT INTO "feeds" VALUES(6,2,NULL,'415ae371c1baece4f2d3ff1680b61937b400bf0d66075432d8ccca0790ad0097','2022-12-21 09:30:00.000000',NULL,NULL);
INSERT INTO "feeds" VALUES(7,6,1,'acfa79310c5b7fdbfd9c6d9b55cb41bdfd037a457a3a37f263213a67f736ce93','2022-12-21 09:30:00.000000',NULL,NULL);
INSERT INTO "feeds" VALUES(8,6,NULL,'11b7451545a753c88ba6821a05c61182cb47cc4545443d349beecbf4083b78c3','2022-12-21 09:30:00.000000',NULL,NULL);
CREATE TABLE files (
	sha256 VARCHAR(64) NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	pages INTEGER NOT NULL, 
	size_bytes INTEGER NOT NULL, 
	signed BOOLEAN NOT NULL, 
	kept_at DATETIME NOT NULL, 
	CONSTRAINT pk_files PRIMARY KEY (sha256)
);
INSERT INTO "files" VALUES('74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839','pdf',1,667,0,'2022-12-16 09:30:00.000000');
INSERT INTO "files" VALUES('b6125d36585017c0ac7dad6f8ae58b6f763c366a68319637425d333103e240b6','pdf',1,663,0,'2022-12-16 09:30:00.000000');
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
INSERT INTO "followers" VALUES(1,1,2,'2022-12-21 09:30:00.000000',147,NULL);
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
INSERT INTO "holdings" VALUES(3,3,1,'mersey-care','deputy',NULL,NULL);
INSERT INTO "holdings" VALUES(4,4,1,'mersey-care','signatory',NULL,NULL);
INSERT INTO "holdings" VALUES(5,5,1,'mersey-care','member',NULL,NULL);
INSERT INTO "holdings" VALUES(6,6,1,'luhft','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(7,7,1,'luhft','deputy',NULL,NULL);
INSERT INTO "holdings" VALUES(8,8,1,'luhft','signatory',NULL,NULL);
INSERT INTO "holdings" VALUES(9,9,1,'luhft','member',NULL,NULL);
INSERT INTO "holdings" VALUES(10,10,1,'luhft','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(11,11,1,'sefton-council','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(12,12,1,'sefton-council','deputy',NULL,NULL);
INSERT INTO "holdings" VALUES(13,13,1,'sefton-council','signatory',NULL,NULL);
INSERT INTO "holdings" VALUES(14,14,1,'sefton-council','member',NULL,NULL);
INSERT INTO "holdings" VALUES(15,15,1,'luhft','lead','2022-01-01','2022-06-30');
INSERT INTO "holdings" VALUES(16,16,1,'sefton-cvs','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(17,17,2,'halton-council','lead',NULL,NULL);
INSERT INTO "holdings" VALUES(18,1,2,NULL,'secretary',NULL,NULL);
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
INSERT INTO "issue_partners" VALUES(4,1,'alder-hey',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(5,1,'sefton-cvs',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(6,2,'sefton-council',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(7,2,'mersey-care',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(8,2,'luhft',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(9,2,'alder-hey',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(10,2,'sefton-cvs',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(11,3,'sefton-council',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(12,3,'mersey-care',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(13,3,'luhft',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(14,3,'alder-hey',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(15,3,'sefton-cvs',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(16,4,'mersey-care',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(17,4,'luhft',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(18,4,'sefton-cvs',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(19,5,'mersey-care',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(20,5,'luhft',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(21,5,'sefton-cvs',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(22,6,'mersey-care',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(23,6,'luhft',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(24,6,'sefton-cvs',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(25,7,'sefton-council',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(26,7,'mersey-care',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(27,7,'luhft',1,'2022-12-16 09:30:00.000000',6,NULL);
INSERT INTO "issue_partners" VALUES(28,7,'alder-hey',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(29,7,'sefton-cvs',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(30,8,'sefton-council',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(31,8,'mersey-care',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(32,8,'luhft',1,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(33,8,'alder-hey',0,NULL,NULL,NULL);
INSERT INTO "issue_partners" VALUES(34,8,'sefton-cvs',0,NULL,NULL,NULL);
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
INSERT INTO "issues" VALUES(1,1,1,1,'SEF-1','Beds','What happened: Beds','','Any other matter in the agreement',NULL,0,'mersey-care',NULL,2,NULL,'open','discussion','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,NULL,NULL,9,0,0,'[]','any-matter');
INSERT INTO "issues" VALUES(2,1,1,2,'SEF-2','More','What happened: More','','Any other matter in the agreement',NULL,0,'mersey-care',NULL,2,NULL,'open','vote','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,NULL,NULL,19,0,0,'[]','any-matter');
INSERT INTO "issues" VALUES(3,1,1,3,'SEF-3','More','What happened: More','','Any other matter in the agreement',NULL,0,'mersey-care',NULL,2,NULL,'open','facilitation','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,NULL,NULL,30,0,0,'[]','any-matter');
INSERT INTO "issues" VALUES(4,1,1,4,'SEF-4','The rota','What happened: The rota','','Any other matter in the agreement',NULL,1,'mersey-care',NULL,2,NULL,'open','discussion','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,NULL,NULL,NULL,0,0,'[]','any-matter');
INSERT INTO "issues" VALUES(5,1,1,5,'SEF-5','More','What happened: More','','Any other matter in the agreement',NULL,1,'mersey-care',NULL,2,NULL,'open','vote','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,NULL,NULL,NULL,0,0,'[]','any-matter');
INSERT INTO "issues" VALUES(6,1,1,6,'SEF-6','More','What happened: More','','Any other matter in the agreement',NULL,1,'mersey-care',NULL,2,NULL,'open','facilitation','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,NULL,NULL,NULL,0,0,'[]','any-matter');
INSERT INTO "issues" VALUES(7,1,1,7,'SEF-7','Night shifts','What happened: Night shifts','','Any other matter in the agreement',NULL,0,'mersey-care',NULL,2,NULL,'open','discussion','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,NULL,NULL,170,0,0,'[]','any-matter');
INSERT INTO "issues" VALUES(8,1,1,8,'SEF-8','Lifts','They stand still.','','Any other matter in the agreement',NULL,0,'mersey-care',NULL,2,NULL,'open','discussion','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',NULL,NULL,NULL,235,0,0,'[]','any-matter');
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
INSERT INTO "meeting_plans" VALUES(1,1,'partnership-board','2023-01-10',0,'1 month',NULL,'','',1,'2022-12-16 09:30:00.000000');
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
INSERT INTO "meetings" VALUES(1,1,1,1,'SEF-M1','Sefton Partnership board, Tue 10 Jan 2023','partnership-board','2023-01-10','2023-01-10',0,NULL,'',NULL,'planned',NULL,NULL,0,NULL,NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,NULL,NULL,154,'ed74b25477cec60d52c09d6b45226c06f82946b1ed3e801f7ddcc35e599ecb5b');
INSERT INTO "meetings" VALUES(2,1,1,2,'SEF-M2','Sefton Partnership board, Tue 20 Dec 2022','partnership-board',NULL,'2022-12-20',1,NULL,'',NULL,'called',NULL,NULL,1,NULL,NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,NULL,155,'b7ad6546b266b3a46468e87f4edb119fc2057120e2e99f0682dbe26af9e1fce9');
INSERT INTO "meetings" VALUES(3,1,1,3,'SEF-M3','Sefton Partnership board, Fri 16 Dec 2022','partnership-board',NULL,'2022-12-16',1,NULL,'',NULL,'planned',NULL,NULL,0,NULL,NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,NULL,NULL,156,'2ca5169d28bfb1571ff26bd6f62b7ae37ac01e34caeff4a2bdac0eb5d9a08623');
INSERT INTO "meetings" VALUES(4,1,1,4,'SEF-M4','Sefton Partnership board, Fri 16 Dec 2022','partnership-board',NULL,'2022-12-16',1,NULL,'',NULL,'held',NULL,NULL,0,NULL,NULL,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',NULL,'2022-12-16 09:30:00.000000',NULL,157,'682678939b428c3e5cf88fa2c7967db5de51db80ce0a5bc7a87b2fb9b7c79889');
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
INSERT INTO "milestones" VALUES(1,1,1,1,'SEF-MS1','place-plan','{"name": "Place plan for 2022/23", "clause": "1.2.4", "owner": null, "on": null, "precision": "day", "condition": "Implemented once the partners have agreed it", "note": "Called place plan, Place Delivery Plan and place delivery plan."}',NULL,'Place plan for 2022/23','1.2.4','Called place plan, Place Delivery Plan and place delivery plan.',NULL,NULL,'day',NULL,'Implemented once the partners have agreed it',NULL,0,NULL,'2023-03-16','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(2,1,1,2,'SEF-MS2','no-delegation','{"name": "End of the year without substantive delegation to place", "clause": "8.2", "owner": "partnership-board", "on": "2023-03-31", "precision": "financial-year", "condition": null, "note": null}',NULL,'End of the year without substantive delegation to place','8.2','','partnership-board','2023-03-31','financial-year','2023-03-31',NULL,NULL,0,NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(3,2,2,1,'HAL-MS1','leadership-programme','{"name": "Leadership development programme begun", "clause": "Briefing 2.9", "owner": null, "on": "2021-05-31", "precision": "month", "condition": null, "note": "Five half-day workshops from May 2021, without dates."}',NULL,'Leadership development programme begun','Briefing 2.9','Five half-day workshops from May 2021, without dates.',NULL,'2021-05-31','month','2021-05-31',NULL,NULL,1,'2022-12-16 09:30:00.000000',NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(4,2,2,2,'HAL-MS2','workshop-learning','{"name": "What is learnt at the five leadership workshops collated", "clause": "Briefing 2.10", "owner": null, "on": null, "precision": "day", "condition": "The workshop has been held", "note": "For each of the five; no dates are given."}',NULL,'What is learnt at the five leadership workshops collated','Briefing 2.10','For each of the five; no dates are given.',NULL,NULL,'day',NULL,'The workshop has been held',NULL,0,NULL,'2023-03-16','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(5,2,2,3,'HAL-MS3','ics-mou','{"name": "MoU with the ICS signed by all partners", "clause": "Briefing 3.13", "owner": null, "on": "2021-06-30", "precision": "month", "condition": null, "note": "As reported; another MoU than the one between Place and the ICS (Briefing 3.11)."}',NULL,'MoU with the ICS signed by all partners','Briefing 3.13','As reported; another MoU than the one between Place and the ICS (Briefing 3.11).',NULL,'2021-06-30','month','2021-06-30',NULL,NULL,1,'2022-12-16 09:30:00.000000',NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(6,2,2,4,'HAL-MS4','cm-programmes','{"name": "Twelve programmes signed off by the C&M Transformation Board", "clause": "Briefing 3.5", "owner": null, "on": "2021-06-30", "precision": "month", "condition": null, "note": null}',NULL,'Twelve programmes signed off by the C&M Transformation Board','Briefing 3.5','',NULL,'2021-06-30','month','2021-06-30',NULL,NULL,1,'2022-12-16 09:30:00.000000',NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(7,2,2,5,'HAL-MS5','commissioning-review','{"name": "Commissioning functions review approved by the C&M HCP Board", "clause": "Briefing 3.10", "owner": "cm-partnership-board", "on": "2021-07-31", "precision": "month", "condition": null, "note": "The HCP Board is taken to be the Partnership Board of Briefing 3.4."}',NULL,'Commissioning functions review approved by the C&M HCP Board','Briefing 3.10','The HCP Board is taken to be the Partnership Board of Briefing 3.4.','cm-partnership-board','2021-07-31','month','2021-07-31',NULL,NULL,1,'2022-12-16 09:30:00.000000',NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(8,2,2,6,'HAL-MS6','place-mou','{"name": "MoU between Place and the ICS", "clause": "Briefing 3.11", "owner": "icp-board", "on": "2021-09-30", "precision": "month", "condition": null, "note": "Another MoU than the one all partners are reported to have signed (Briefing 3.13). The tracker says not yet developed."}',NULL,'MoU between Place and the ICS','Briefing 3.11','Another MoU than the one all partners are reported to have signed (Briefing 3.13). The tracker says not yet developed.','icp-board','2021-09-30','month','2021-09-30',NULL,NULL,1,'2022-12-16 09:30:00.000000',NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(9,2,2,7,'HAL-MS7','operating-models','{"name": "New commissioning operating models", "clause": "Briefing 3.10", "owner": null, "on": "2022-03-31", "precision": "month", "condition": null, "note": "Ahead of April 2022, which is read as by the end of March."}',NULL,'New commissioning operating models','Briefing 3.10','Ahead of April 2022, which is read as by the end of March.',NULL,'2022-03-31','month','2022-03-31',NULL,NULL,1,'2022-12-16 09:30:00.000000',NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(10,2,2,8,'HAL-MS8','delegation','{"name": "Delegation of functions to place", "clause": "Briefing 3.12", "owner": null, "on": null, "precision": "day", "condition": "The ICS is satisfied with the ICP framework", "note": null}',NULL,'Delegation of functions to place','Briefing 3.12','',NULL,NULL,'day',NULL,'The ICS is satisfied with the ICP framework',NULL,0,NULL,'2023-03-16','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(11,2,2,9,'HAL-MS9','design-framework','{"name": "Design framework of ICSs reviewed and acted upon", "clause": "Briefing 4.3", "owner": "icp-board", "on": null, "precision": "day", "condition": "The ICP Board reviews the guidance published on 16 June 2021", "note": "No date is set."}',NULL,'Design framework of ICSs reviewed and acted upon','Briefing 4.3','No date is set.','icp-board',NULL,'day',NULL,'The ICP Board reviews the guidance published on 16 June 2021',NULL,0,NULL,'2023-03-16','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(12,2,2,10,'HAL-MS10','data-sharing','{"name": "Share2Care Tier 2 data sharing agreement signed by each organisation", "clause": "Briefing 3.15", "owner": null, "on": null, "precision": "day", "condition": "Signed and returned by each organisation", "note": "Halton Borough Council is reported to have signed. No date is set."}',NULL,'Share2Care Tier 2 data sharing agreement signed by each organisation','Briefing 3.15','Halton Borough Council is reported to have signed. No date is set.',NULL,NULL,'day',NULL,'Signed and returned by each organisation',NULL,0,NULL,'2023-03-16','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-12-16 09:30:00.000000',NULL,NULL);
INSERT INTO "milestones" VALUES(13,1,1,3,'SEF-MS3',NULL,NULL,NULL,'Fewer readmissions',NULL,'','luhft','2023-02-01','day','2023-02-01','The money is there',NULL,0,NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,NULL,1,'2022-12-16 09:30:00.000000',NULL,NULL);
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
INSERT INTO "notices" VALUES(1,1,'review',1,'asked','sefton-council',11,'delivered','2022-12-16 09:30:00.000000','slack:D0JOE:1671183000.000003',NULL,NULL);
INSERT INTO "notices" VALUES(2,1,'review',1,'asked','mersey-care',2,'delivered','2022-12-16 09:30:00.000000','slack:D0ADA:1671183000.000000',NULL,NULL);
INSERT INTO "notices" VALUES(3,1,'review',1,'asked','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000002',NULL,NULL);
INSERT INTO "notices" VALUES(4,1,'review',1,'asked','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(5,1,'review',1,'asked','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(6,1,'issue',1,'raised','sefton-council',11,'delivered','2022-12-16 09:30:00.000000','slack:D0JOE:1671183000.000013',NULL,NULL);
INSERT INTO "notices" VALUES(7,1,'issue',1,'raised','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000011',NULL,NULL);
INSERT INTO "notices" VALUES(8,1,'issue',1,'raised','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(9,1,'issue',1,'raised','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(10,1,'issue',2,'raised','sefton-council',11,'delivered','2022-12-16 09:30:00.000000','slack:D0JOE:1671183000.000024',NULL,NULL);
INSERT INTO "notices" VALUES(11,1,'issue',2,'raised','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000023',NULL,NULL);
INSERT INTO "notices" VALUES(12,1,'issue',2,'raised','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(13,1,'issue',2,'raised','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(14,1,'issue',3,'raised','sefton-council',11,'delivered','2022-12-16 09:30:00.000000','slack:D0JOE:1671183000.000034',NULL,NULL);
INSERT INTO "notices" VALUES(15,1,'issue',3,'raised','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000035',NULL,NULL);
INSERT INTO "notices" VALUES(16,1,'issue',3,'raised','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(17,1,'issue',3,'raised','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(18,1,'issue',4,'raised','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000051',NULL,NULL);
INSERT INTO "notices" VALUES(19,1,'issue',4,'raised','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(20,1,'issue',5,'raised','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000057',NULL,NULL);
INSERT INTO "notices" VALUES(21,1,'issue',5,'raised','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(22,1,'issue',6,'raised','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000065',NULL,NULL);
INSERT INTO "notices" VALUES(23,1,'issue',6,'raised','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(24,1,'decision',2,'decided','sefton-council',11,'delivered','2022-12-16 09:30:00.000000','slack:D0JOE:F00000300 sha256:773df07f0ca3207cddae10cb48418558163a8f181e4344249a9937947f0c5c99',NULL,NULL);
INSERT INTO "notices" VALUES(25,1,'decision',2,'decided','mersey-care',2,'delivered','2022-12-16 09:30:00.000000','slack:D0ADA:F00000310 sha256:38d53cfbe1bace36254f95af4530b45b010b74eb0252cf8c48a12fc7e49b4b41',NULL,NULL);
INSERT INTO "notices" VALUES(26,1,'decision',2,'decided','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:F00000303 sha256:b61e6261bbdb602e4873fb39b125bc101ddfe3de7b45a8b24ebcb33ec363a632',NULL,NULL);
INSERT INTO "notices" VALUES(27,1,'decision',2,'decided','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(28,1,'decision',2,'decided','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(29,1,'conflict',1,'declared','sefton-council',11,'delivered','2022-12-16 09:30:00.000000','slack:D0JOE:1671183000.000138',NULL,NULL);
INSERT INTO "notices" VALUES(30,1,'conflict',1,'declared','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000137',NULL,NULL);
INSERT INTO "notices" VALUES(31,1,'conflict',1,'declared','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(32,1,'conflict',1,'declared','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(33,1,'signature',1,'asked-1','sefton-council',13,'delivered','2022-12-16 09:30:00.000000','slack:D0URI:F00000459 sha256:74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839',NULL,NULL);
INSERT INTO "notices" VALUES(34,1,'signature',1,'asked-1','mersey-care',4,'delivered','2022-12-16 09:30:00.000000','slack:D0SID:F00000463 sha256:74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839',NULL,NULL);
INSERT INTO "notices" VALUES(35,1,'signature',1,'asked-1','luhft',8,'delivered','2022-12-16 09:30:00.000000','slack:D0PIA:F00000461 sha256:74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839',NULL,NULL);
INSERT INTO "notices" VALUES(36,1,'signature',1,'asked-1','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(37,1,'signature',1,'asked-1','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(38,1,'meeting',2,'called-1','sefton-council',11,'delivered','2022-12-16 09:30:00.000000','slack:D0JOE:1671183000.000184',NULL,NULL);
INSERT INTO "notices" VALUES(39,1,'meeting',2,'called-1','mersey-care',2,'delivered','2022-12-16 09:30:00.000000','slack:D0ADA:1671183000.000185',NULL,NULL);
INSERT INTO "notices" VALUES(40,1,'meeting',2,'called-1','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000186',NULL,NULL);
INSERT INTO "notices" VALUES(41,1,'meeting',2,'called-1','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(42,1,'meeting',2,'called-1','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(43,1,'issue',7,'raised','sefton-council',11,'delivered','2022-12-16 09:30:00.000000','slack:D0JOE:1671183000.000198',NULL,NULL);
INSERT INTO "notices" VALUES(44,1,'issue',7,'raised','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000199',NULL,NULL);
INSERT INTO "notices" VALUES(45,1,'issue',7,'raised','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(46,1,'issue',7,'raised','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(47,1,'conflict',2,'declared','mersey-care',2,'delivered','2022-12-16 09:30:00.000000','slack:D0ADA:1671183000.000216',NULL,NULL);
INSERT INTO "notices" VALUES(48,1,'conflict',2,'declared','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000215',NULL,NULL);
INSERT INTO "notices" VALUES(49,1,'conflict',2,'declared','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(50,1,'conflict',2,'declared','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(51,1,'review',2,'asked','sefton-council',11,'delivered','2022-12-16 09:30:00.000000','slack:D0JOE:1671183000.000223',NULL,NULL);
INSERT INTO "notices" VALUES(52,1,'review',2,'asked','mersey-care',2,'delivered','2022-12-16 09:30:00.000000','slack:D0ADA:1671183000.000224',NULL,NULL);
INSERT INTO "notices" VALUES(53,1,'review',2,'asked','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000226',NULL,NULL);
INSERT INTO "notices" VALUES(54,1,'review',2,'asked','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(55,1,'review',2,'asked','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(56,1,'review',3,'asked','sefton-council',11,'delivered','2022-12-16 09:30:00.000000','slack:D0JOE:1671183000.000237',NULL,NULL);
INSERT INTO "notices" VALUES(57,1,'review',3,'asked','mersey-care',2,'delivered','2022-12-16 09:30:00.000000','slack:D0ADA:1671183000.000236',NULL,NULL);
INSERT INTO "notices" VALUES(58,1,'review',3,'asked','luhft',6,'delivered','2022-12-16 09:30:00.000000','slack:D0BEN:1671183000.000238',NULL,NULL);
INSERT INTO "notices" VALUES(59,1,'review',3,'asked','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(60,1,'review',3,'asked','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(61,1,'issue',8,'raised','sefton-council',11,'waiting',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(62,1,'issue',8,'raised','luhft',6,'waiting',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(63,1,'issue',8,'raised','alder-hey',NULL,'unreachable',NULL,NULL,NULL,NULL);
INSERT INTO "notices" VALUES(64,1,'issue',8,'raised','sefton-cvs',NULL,'unreachable',NULL,NULL,NULL,NULL);
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
INSERT INTO "outbox" VALUES(1,'review:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'review:1','review','{"reference": "SEF-R1", "title": "Six-monthly review", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "clause": "12", "note": "Counted from 1 July 2022 whenever the agreement is signed. The partners may review at any other time too.", "looks_at": ["Progress made", "Terms of the agreement"], "forum": null, "nominal_on": "2023-01-01", "meets_on": "2023-01-03", "day_chosen": false, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": null, "deadline": {"due_on": "2023-01-03", "due_at": "2023-01-04T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "12", "provisional": false, "start": "2023-01-03T12:00:00+00:00", "start_on": "2023-01-03", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [], "outcome": null, "way": null, "held_on": null, "actions": [], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": null, "closed_at": null, "closed_by": null, "timezone": "Europe/London"}','[{"action": "review_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000004',NULL,NULL);
INSERT INTO "outbox" VALUES(2,'notice:1',1,'slack','T0PRACTICE','U0JOE',11,NULL,NULL,1,'review:1:notice','review_asked','{"reference": "SEF-R1", "title": "Six-monthly review", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "clause": "12", "note": "Counted from 1 July 2022 whenever the agreement is signed. The partners may review at any other time too.", "looks_at": ["Progress made", "Terms of the agreement"], "forum": null, "nominal_on": "2023-01-01", "meets_on": "2023-01-03", "day_chosen": false, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": null, "deadline": {"due_on": "2023-01-03", "due_at": "2023-01-04T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "12", "provisional": false, "start": "2023-01-03T12:00:00+00:00", "start_on": "2023-01-03", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [], "outcome": null, "way": null, "held_on": null, "actions": [], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": null, "closed_at": null, "closed_by": null, "timezone": "Europe/London", "partner": "Sefton Metropolitan Borough Council", "for": "Sefton Council", "answer": 1}','[{"action": "review_answer", "row": 1, "label": null}, {"action": "review_nothing", "row": 1, "label": null}, {"action": "review_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0JOE','1671183000.000003',NULL,NULL);
INSERT INTO "outbox" VALUES(7,'milestones:2:past:9:2022-12-16:1',2,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,NULL,'milestone_past','{"agreement": "One Halton", "rows": [{"reference": "HAL-MS1", "title": "Leadership development programme begun", "agreement": "One Halton", "clause": "Briefing 2.9", "particulars": "Five half-day workshops from May 2021, without dates.", "owner": "One Halton", "everybody": true, "when": "by the end of May 2021", "exact": false, "due_on": "2021-05-31", "deadline": null, "condition": null, "came_true_on": null, "state": "open", "said": null, "said_on": null, "said_words": null, "said_evidence": null, "said_by": null, "met_on": null, "late": false, "overdue": true, "past": true, "left_version": null, "added_by": null, "added_at": "2022-12-16T09:30:00+00:00", "closing_words": null, "private": false, "timezone": "Europe/London"}, {"reference": "HAL-MS3", "title": "MoU with the ICS signed by all partners", "agreement": "One Halton", "clause": "Briefing 3.13", "particulars": "As reported; another MoU than the one between Place and the ICS (Briefing 3.11).", "owner": "One Halton", "everybody": true, "when": "by the end of June 2021", "exact": false, "due_on": "2021-06-30", "deadline": null, "condition": null, "came_true_on": null, "state": "open", "said": null, "said_on": null, "said_words": null, "said_evidence": null, "said_by": null, "met_on": null, "late": false, "overdue": true, "past": true, "left_version": null, "added_by": null, "added_at": "2022-12-16T09:30:00+00:00", "closing_words": null, "private": false, "timezone": "Europe/London"}, {"reference": "HAL-MS4", "title": "Twelve programmes signed off by the C&M Transformation Board", "agreement": "One Halton", "clause": "Briefing 3.5", "particulars": "", "owner": "One Halton", "everybody": true, "when": "by the end of June 2021", "exact": false, "due_on": "2021-06-30", "deadline": null, "condition": null, "came_true_on": null, "state": "open", "said": null, "said_on": null, "said_words": null, "said_evidence": null, "said_by": null, "met_on": null, "late": false, "overdue": true, "past": true, "left_version": null, "added_by": null, "added_at": "2022-12-16T09:30:00+00:00", "closing_words": null, "private": false, "timezone": "Europe/London"}, {"reference": "HAL-MS5", "title": "Commissioning functions review approved by the C&M HCP Board", "agreement": "One Halton", "clause": "Briefing 3.10", "particulars": "The HCP Board is taken to be the Partnership Board of Briefing 3.4.", "owner": "Cheshire and Merseyside Partnership Board", "everybody": false, "when": "by the end of July 2021", "exact": false, "due_on": "2021-07-31", "deadline": null, "condition": null, "came_true_on": null, "state": "open", "said": null, "said_on": null, "said_words": null, "said_evidence": null, "said_by": null, "met_on": null, "late": false, "overdue": true, "past": true, "left_version": null, "added_by": null, "added_at": "2022-12-16T09:30:00+00:00", "closing_words": null, "private": false, "timezone": "Europe/London"}, {"reference": "HAL-MS6", "title": "MoU between Place and the ICS", "agreement": "One Halton", "clause": "Briefing 3.11", "particulars": "Another MoU than the one all partners are reported to have signed (Briefing 3.13). The tracker says not yet developed.", "owner": "One Halton ICP Board", "everybody": false, "when": "by the end of September 2021", "exact": false, "due_on": "2021-09-30", "deadline": null, "condition": null, "came_true_on": null, "state": "open", "said": null, "said_on": null, "said_words": null, "said_evidence": null, "said_by": null, "met_on": null, "late": false, "overdue": true, "past": true, "left_version": null, "added_by": null, "added_at": "2022-12-16T09:30:00+00:00", "closing_words": null, "private": false, "timezone": "Europe/London"}, {"reference": "HAL-MS7", "title": "New commissioning operating models", "agreement": "One Halton", "clause": "Briefing 3.10", "particulars": "Ahead of April 2022, which is read as by the end of March.", "owner": "One Halton", "everybody": true, "when": "by the end of March 2022", "exact": false, "due_on": "2022-03-31", "deadline": null, "condition": null, "came_true_on": null, "state": "open", "said": null, "said_on": null, "said_words": null, "said_evidence": null, "said_by": null, "met_on": null, "late": false, "overdue": true, "past": true, "left_version": null, "added_by": null, "added_at": "2022-12-16T09:30:00+00:00", "closing_words": null, "private": false, "timezone": "Europe/London"}]}','[{"action": "milestone_show", "row": 3, "label": "HAL-MS1"}, {"action": "milestone_show", "row": 5, "label": "HAL-MS3"}, {"action": "milestone_show", "row": 6, "label": "HAL-MS4"}, {"action": "milestone_show", "row": 7, "label": "HAL-MS5"}, {"action": "milestone_show", "row": 8, "label": "HAL-MS6"}, {"action": "milestones", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000006',NULL,NULL);
INSERT INTO "outbox" VALUES(8,'claim:T0PRACTICE:U0CAL:2022-12-16T09:30:00+00:00:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'claim:17','account_claimed','{"name": "Ola", "user": "U0CAL", "agreement": "Sefton Partnership"}','[{"action": "account_link", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000008',NULL,NULL);
INSERT INTO "outbox" VALUES(9,'issue:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'issue:1','issue','{"reference": "SEF-1", "title": "Beds", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Beds", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 4, "missing": ["Sefton Council", "LUHFT", "Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 1, "label": null}, {"action": "issue_propose", "row": 1, "label": null}, {"action": "issue_comment", "row": 1, "label": null}, {"action": "issue_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000014',NULL,NULL);
INSERT INTO "outbox" VALUES(14,'edit:9:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,9,NULL,'edit:9','issue','{"reference": "SEF-1", "title": "Beds", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Beds", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 1, "of": 4, "missing": ["Sefton Council", "Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 1, "label": null}, {"action": "issue_propose", "row": 1, "label": null}, {"action": "issue_comment", "row": 1, "label": null}, {"action": "issue_show", "row": 1, "label": null}]','withdrawn','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(16,'proposal:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,9,NULL,NULL,NULL,'issue_proposed','{"reference": "SEF-1", "title": "Beds", "by": "Ada", "for": "Mersey Care", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "timezone": "Europe/London", "words": "We share the beds."}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000018',NULL,NULL);
INSERT INTO "outbox" VALUES(19,'issue:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'issue:2','issue','{"reference": "SEF-2", "title": "More", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: More", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 4, "missing": ["Sefton Council", "LUHFT", "Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 2, "label": null}, {"action": "issue_propose", "row": 2, "label": null}, {"action": "issue_comment", "row": 2, "label": null}, {"action": "issue_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000021',NULL,NULL);
INSERT INTO "outbox" VALUES(25,'issue:2:stage:vote',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,NULL,'issue_moved','{"reference": "SEF-2", "title": "More", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: More", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "A vote", "stage_clause": null, "ladder": {"number": 2, "of": 3, "kind": "vote", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["Facilitation"], "before": [{"name": "Discussion between the partners", "clause": "5.2", "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "Facilitation", "deadline": null, "no_date": "no-limit", "outlives": null, "notified": {"told": 2, "of": 4, "missing": ["Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "by": "Ada", "for": "Mersey Care", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "words": "We tried.", "was": "Discussion between the partners"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000030',NULL,NULL);
INSERT INTO "outbox" VALUES(30,'issue:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'issue:3','issue','{"reference": "SEF-3", "title": "More", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: More", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 4, "missing": ["Sefton Council", "LUHFT", "Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_propose", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000033',NULL,NULL);
INSERT INTO "outbox" VALUES(35,'edit:30:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,30,NULL,'edit:30','issue','{"reference": "SEF-3", "title": "More", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: More", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 1, "of": 4, "missing": ["LUHFT", "Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_propose", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','withdrawn','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(36,'edit:30:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,30,NULL,'edit:30','issue','{"reference": "SEF-3", "title": "More", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: More", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 4, "missing": ["Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_propose", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000033',NULL,NULL);
INSERT INTO "outbox" VALUES(37,'issue:3:stage:vote',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,NULL,'issue_moved','{"reference": "SEF-3", "title": "More", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: More", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "A vote", "stage_clause": null, "ladder": {"number": 2, "of": 3, "kind": "vote", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["Facilitation"], "before": [{"name": "Discussion between the partners", "clause": "5.2", "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "Facilitation", "deadline": null, "no_date": "no-limit", "outlives": null, "notified": {"told": 2, "of": 4, "missing": ["Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "by": "Ada", "for": "Mersey Care", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "words": "We tried.", "was": "Discussion between the partners"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000040',NULL,NULL);
INSERT INTO "outbox" VALUES(41,'edit:30:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,30,NULL,'edit:30','issue','{"reference": "SEF-3", "title": "More", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: More", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "A vote", "stage_clause": null, "ladder": {"number": 2, "of": 3, "kind": "vote", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["Facilitation"], "before": [{"name": "Discussion between the partners", "clause": "5.2", "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "Facilitation", "deadline": null, "no_date": "no-limit", "outlives": null, "notified": {"told": 2, "of": 4, "missing": ["Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_propose", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000033',NULL,NULL);
INSERT INTO "outbox" VALUES(42,'issue:3:stage:facilitation',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,NULL,'issue_moved','{"reference": "SEF-3", "title": "More", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: More", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "Facilitation", "stage_clause": null, "ladder": {"number": 3, "of": 3, "kind": "facilitation", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": [], "before": [{"name": "Discussion between the partners", "clause": "5.2", "left": "moved", "why": "We tried."}, {"name": "A vote", "clause": null, "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": null, "deadline": null, "no_date": "no-limit", "outlives": null, "notified": {"told": 2, "of": 4, "missing": ["Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "by": "Ada", "for": "Mersey Care", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "words": "We tried.", "was": "A vote"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000047',NULL,NULL);
INSERT INTO "outbox" VALUES(46,'edit:30:4',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,30,NULL,'edit:30','issue','{"reference": "SEF-3", "title": "More", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: More", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "Facilitation", "stage_clause": null, "ladder": {"number": 3, "of": 3, "kind": "facilitation", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": [], "before": [{"name": "Discussion between the partners", "clause": "5.2", "left": "moved", "why": "We tried."}, {"name": "A vote", "clause": null, "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": null, "deadline": null, "no_date": "no-limit", "outlives": null, "notified": {"told": 2, "of": 4, "missing": ["Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 3, "label": null}, {"action": "issue_propose", "row": 3, "label": null}, {"action": "issue_comment", "row": 3, "label": null}, {"action": "issue_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000033',NULL,NULL);
INSERT INTO "outbox" VALUES(49,'proposal:2:luhft',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,NULL,'proposal:2','issue_proposal','{"reference": "SEF-4", "title": "The rota", "state": "open", "private": true, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: The rota", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 1, "of": 2, "missing": ["Sefton CVS"], "unreachable": ["Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": {"words": "We share the beds.", "extend_to": null, "for": "Mersey Care", "by": "Ada", "at": "2022-12-16T09:30:00+00:00", "state": "open", "agree": ["Mersey Care"], "against": [], "waiting": ["LUHFT", "Sefton CVS"]}, "extension": null, "owing": ["LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "LUHFT"}','[{"action": "issue_agree", "row": 2, "label": null}, {"action": "issue_disagree", "row": 2, "label": null}, {"action": "issue_show", "row": 4, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000055',NULL,NULL);
INSERT INTO "outbox" VALUES(62,'issue:6:stage:facilitation:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,NULL,'issue_moved','{"reference": "SEF-6", "title": "More", "state": "open", "private": true, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: More", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT", "Sefton CVS"], "stage": "Facilitation", "stage_clause": null, "ladder": {"number": 3, "of": 3, "kind": "facilitation", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": [], "before": [{"name": "Discussion between the partners", "clause": "5.2", "left": "moved", "why": "We tried."}, {"name": "A vote", "clause": null, "left": "moved", "why": "We tried."}], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": null, "deadline": null, "no_date": "no-limit", "outlives": null, "notified": {"told": 1, "of": 2, "missing": ["Sefton CVS"], "unreachable": ["Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT", "Sefton CVS"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT", "Sefton CVS"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "by": "Ada", "for": "Mersey Care", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "words": "We tried.", "was": "A vote"}','[{"action": "issue_show", "row": 6, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000076',NULL,NULL);
INSERT INTO "outbox" VALUES(63,'decision:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'decision:1','decision','{"reference": "SEF-D1", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "One ward.", "reasons": "Cheaper.", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Variation", "clause": "13", "note": null, "casting_vote": "the chair", "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-12-16T09:30:00+00:00", "opens_on": null, "closes_on": "2023-01-06", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 5, "needed": 5, "reached": 0, "missing": 5, "in_favour": 0, "against": 0, "abstain": 0, "silent": 5, "quorum": null, "quorate": true, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "voters": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 1, "label": null}, {"action": "decision_object", "row": 1, "label": null}, {"action": "decision_abstain", "row": 1, "label": null}, {"action": "decision_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000082',NULL,NULL);
INSERT INTO "outbox" VALUES(65,'decision:1:1:asked:2',1,'slack','T0PRACTICE','U0ADA',2,NULL,NULL,NULL,'decision:1:asked','decision_asked','{"reference": "SEF-D1", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "One ward.", "reasons": "Cheaper.", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Variation", "clause": "13", "note": null, "casting_vote": "the chair", "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-12-16T09:30:00+00:00", "opens_on": null, "closes_on": "2023-01-06", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 5, "needed": 5, "reached": 0, "missing": 5, "in_favour": 0, "against": 0, "abstain": 0, "silent": 5, "quorum": null, "quorate": true, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "voters": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London", "mine": ["Mersey Care"], "prompts": []}','[{"action": "decision_agree", "row": 1, "label": null}, {"action": "decision_object", "row": 1, "label": null}, {"action": "decision_abstain", "row": 1, "label": null}, {"action": "decision_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0ADA','1671183000.000081',NULL,NULL);
INSERT INTO "outbox" VALUES(67,'decision:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'decision:2','decision','{"reference": "SEF-D2", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "One ward.", "reasons": "Cheaper.", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "New governance arrangements", "clause": "8.8", "note": "The document names the approval of the relevant bodies and no threshold; agreement of all is assumed.", "casting_vote": null, "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": "Governance and joint decision-making", "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-12-16T09:30:00+00:00", "opens_on": null, "closes_on": "2023-01-06", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 5, "needed": 5, "reached": 0, "missing": 5, "in_favour": 0, "against": 0, "abstain": 0, "silent": 5, "quorum": null, "quorate": true, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "voters": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 2, "label": null}, {"action": "decision_object", "row": 2, "label": null}, {"action": "decision_abstain", "row": 2, "label": null}, {"action": "decision_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000085',NULL,NULL);
INSERT INTO "outbox" VALUES(90,'decision:2:ratify:11',1,'slack','T0PRACTICE','U0JOE',11,NULL,NULL,NULL,'decision:2:ratify','decision_ratify','{"reference": "SEF-D2", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "carried", "private": false, "wording": "One ward.", "reasons": "Cheaper.", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "New governance arrangements", "clause": "8.8", "note": "The document names the approval of the relevant bodies and no threshold; agreement of all is assumed.", "casting_vote": null, "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": "Governance and joint decision-making", "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-12-16T09:30:00+00:00", "opens_on": null, "closes_on": "2023-01-06", "closed_at": "2022-12-16T09:30:00+00:00", "dated_on": "2022-12-16", "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 5, "needed": 5, "reached": 5, "missing": 0, "in_favour": 5, "against": 0, "abstain": 0, "silent": 0, "quorum": null, "quorate": true, "tied": false, "carried": true, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Sefton Council", "vote": "for", "comment": "", "behalf": true}, {"name": "Mersey Care", "vote": "for", "comment": "", "behalf": true}, {"name": "LUHFT", "vote": "for", "comment": "", "behalf": true}, {"name": "Alder Hey", "vote": "for", "comment": "", "behalf": true}, {"name": "Sefton CVS", "vote": "for", "comment": "", "behalf": true}], "silent": [], "voters": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "excluded": [], "ratified": [{"name": "Sefton Council", "approved": null, "words": null}, {"name": "Mersey Care", "approved": null, "words": null}, {"name": "LUHFT", "approved": null, "words": null}, {"name": "Alder Hey", "approved": null, "words": null}, {"name": "Sefton CVS", "approved": null, "words": null}], "consensus": false, "timezone": "Europe/London", "mine": ["Sefton Council"]}','[{"action": "decision_ratify", "row": 2, "label": null}, {"action": "decision_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0JOE','1671183000.000103',NULL,NULL);
INSERT INTO "outbox" VALUES(95,'decision:2:closed',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,NULL,'decision_closed','{"reference": "SEF-D2", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "carried", "private": false, "wording": "One ward.", "reasons": "Cheaper.", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "New governance arrangements", "clause": "8.8", "note": "The document names the approval of the relevant bodies and no threshold; agreement of all is assumed.", "casting_vote": null, "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": "Governance and joint decision-making", "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-12-16T09:30:00+00:00", "opens_on": null, "closes_on": "2023-01-06", "closed_at": "2022-12-16T09:30:00+00:00", "dated_on": "2022-12-16", "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 5, "needed": 5, "reached": 5, "missing": 0, "in_favour": 5, "against": 0, "abstain": 0, "silent": 0, "quorum": null, "quorate": true, "tied": false, "carried": true, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Sefton Council", "vote": "for", "comment": "", "behalf": true}, {"name": "Mersey Care", "vote": "for", "comment": "", "behalf": true}, {"name": "LUHFT", "vote": "for", "comment": "", "behalf": true}, {"name": "Alder Hey", "vote": "for", "comment": "", "behalf": true}, {"name": "Sefton CVS", "vote": "for", "comment": "", "behalf": true}], "silent": [], "voters": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "excluded": [], "ratified": [{"name": "Sefton Council", "approved": null, "words": null}, {"name": "Mersey Care", "approved": null, "words": null}, {"name": "LUHFT", "approved": null, "words": null}, {"name": "Alder Hey", "approved": null, "words": null}, {"name": "Sefton CVS", "approved": null, "words": null}], "consensus": false, "timezone": "Europe/London"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000105',NULL,NULL);
INSERT INTO "outbox" VALUES(100,'notice:26',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,NULL,'decision:2:notice','decision_notice','{"reference": "SEF-D2", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "carried", "private": false, "wording": "One ward.", "reasons": "Cheaper.", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "New governance arrangements", "clause": "8.8", "note": "The document names the approval of the relevant bodies and no threshold; agreement of all is assumed.", "casting_vote": null, "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": "Governance and joint decision-making", "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-12-16T09:30:00+00:00", "opens_on": null, "closes_on": "2023-01-06", "closed_at": "2022-12-16T09:30:00+00:00", "dated_on": "2022-12-16", "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 5, "needed": 5, "reached": 5, "missing": 0, "in_favour": 5, "against": 0, "abstain": 0, "silent": 0, "quorum": null, "quorate": true, "tied": false, "carried": true, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Sefton Council", "vote": "for", "comment": "", "behalf": true}, {"name": "Mersey Care", "vote": "for", "comment": "", "behalf": true}, {"name": "LUHFT", "vote": "for", "comment": "", "behalf": true}, {"name": "Alder Hey", "vote": "for", "comment": "", "behalf": true}, {"name": "Sefton CVS", "vote": "for", "comment": "", "behalf": true}], "silent": [], "voters": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "excluded": [], "ratified": [{"name": "Sefton Council", "approved": null, "words": null}, {"name": "Mersey Care", "approved": null, "words": null}, {"name": "LUHFT", "approved": null, "words": null}, {"name": "Alder Hey", "approved": null, "words": null}, {"name": "Sefton CVS", "approved": null, "words": null}], "consensus": false, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust"}','[{"action": "decision_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000109',NULL,NULL);
INSERT INTO "outbox" VALUES(104,'notice:28:undelivered:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'notice:28','notice_undelivered','{"reference": "SEF-D2", "title": "Shared wards", "partner": "Sefton Council for Voluntary Service", "fault": null, "state": "unreachable", "matter": "decision", "file": false}','[{"action": "decision_told", "row": 2, "label": null}, {"action": "decision_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000110',NULL,NULL);
INSERT INTO "outbox" VALUES(105,'notice:28:letter:1',1,'slack','T0PRACTICE','U0SAM',1,104,NULL,NULL,'notice:28','decision_letter','{"reference": "SEF-D2", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "carried", "private": false, "wording": "One ward.", "reasons": "Cheaper.", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "New governance arrangements", "clause": "8.8", "note": "The document names the approval of the relevant bodies and no threshold; agreement of all is assumed.", "casting_vote": null, "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": "Governance and joint decision-making", "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-12-16T09:30:00+00:00", "opens_on": null, "closes_on": "2023-01-06", "closed_at": "2022-12-16T09:30:00+00:00", "dated_on": "2022-12-16", "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 5, "needed": 5, "reached": 5, "missing": 0, "in_favour": 5, "against": 0, "abstain": 0, "silent": 0, "quorum": null, "quorate": true, "tied": false, "carried": true, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [{"name": "Sefton Council", "vote": "for", "comment": "", "behalf": true}, {"name": "Mersey Care", "vote": "for", "comment": "", "behalf": true}, {"name": "LUHFT", "vote": "for", "comment": "", "behalf": true}, {"name": "Alder Hey", "vote": "for", "comment": "", "behalf": true}, {"name": "Sefton CVS", "vote": "for", "comment": "", "behalf": true}], "silent": [], "voters": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "excluded": [], "ratified": [{"name": "Sefton Council", "approved": null, "words": null}, {"name": "Mersey Care", "approved": null, "words": null}, {"name": "LUHFT", "approved": null, "words": null}, {"name": "Alder Hey", "approved": null, "words": null}, {"name": "Sefton CVS", "approved": null, "words": null}], "consensus": false, "timezone": "Europe/London", "partner": "Sefton Council for Voluntary Service"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','F00000308',NULL,'letter');
INSERT INTO "outbox" VALUES(107,'decision:4',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'decision:4','decision','{"reference": "SEF-D4", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "One ward.", "reasons": "Cheaper.", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Agreement of all partners", "clause": "1.5", "note": "Needed before this agreement takes precedence over a services contract.", "casting_vote": null, "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-12-16T09:30:00+00:00", "opens_on": null, "closes_on": "2023-01-06", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 5, "needed": 5, "reached": 0, "missing": 5, "in_favour": 0, "against": 0, "abstain": 0, "silent": 5, "quorum": null, "quorate": true, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "voters": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 4, "label": null}, {"action": "decision_object", "row": 4, "label": null}, {"action": "decision_abstain", "row": 4, "label": null}, {"action": "decision_show", "row": 4, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000122',NULL,NULL);
INSERT INTO "outbox" VALUES(110,'decision:4:1:asked:6',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,NULL,'decision:4:asked','decision_asked','{"reference": "SEF-D4", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "One ward.", "reasons": "Cheaper.", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Agreement of all partners", "clause": "1.5", "note": "Needed before this agreement takes precedence over a services contract.", "casting_vote": null, "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-12-16T09:30:00+00:00", "opens_on": null, "closes_on": "2023-01-06", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 5, "needed": 5, "reached": 0, "missing": 5, "in_favour": 0, "against": 0, "abstain": 0, "silent": 5, "quorum": null, "quorate": true, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": null}, "votes": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "voters": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "excluded": [], "ratified": [], "consensus": false, "timezone": "Europe/London", "mine": ["LUHFT"], "prompts": []}','[{"action": "decision_agree", "row": 4, "label": null}, {"action": "decision_object", "row": 4, "label": null}, {"action": "decision_abstain", "row": 4, "label": null}, {"action": "decision_show", "row": 4, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000124',NULL,NULL);
INSERT INTO "outbox" VALUES(128,'conflict:1:voted:1:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'conflict:1:voted:1','conflict_voted','{"reference": "SEF-C1", "title": "Shares", "partner": "Mersey Care", "matter": "SEF-D4", "matter_title": "Shared wards", "keeps_out": true, "needs": 4, "consented": [], "refused": [], "waiting": ["Sefton Council", "LUHFT", "Alder Hey", "Sefton CVS"], "consented_at": null, "handling": null, "handling_words": null, "vote_stands": true}','[{"action": "conflict_strike", "row": 1, "label": null}, {"action": "conflict_stand", "row": 1, "label": null}, {"action": "conflict_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000136',NULL,NULL);
INSERT INTO "outbox" VALUES(134,'conflict:1:asked:1:6',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,NULL,'conflict:1:asked:1','conflict_asked','{"reference": "SEF-C1", "title": "Shares", "agreement": "Sefton Partnership", "clause": "9.1.1", "partner": "Mersey Care", "declared_as": null, "person": null, "category": "financial", "apparent": false, "may_arise": false, "particulars": "We own a tenth of the builder.", "proposed": "", "reach": [], "aware_at": "2022-12-16T09:30:00+00:00", "starts_on": null, "withheld": "A threat was made.", "declared_at": "2022-12-16T09:30:00+00:00", "declared_by": "Ada", "evidence": null, "late_minutes": 0, "late_days": 0, "later_than_guidance": false, "withheld_agreed": null, "ended_on": null, "closing_words": null, "private": false, "state": "declared", "touched": [{"matter": "SEF-D4", "matter_title": "Shared wards", "keeps_out": true, "needs": 4, "consented": [], "refused": [], "waiting": ["Sefton Council", "LUHFT", "Alder Hey", "Sefton CVS"], "consented_at": null, "handling": null, "handling_words": null, "vote_stands": true}], "timezone": "Europe/London", "matter": "SEF-D4", "matter_title": "Shared wards", "keeps_out": true, "needs": 4, "consented": [], "refused": [], "waiting": ["Sefton Council", "LUHFT", "Alder Hey", "Sefton CVS"], "consented_at": null, "handling": null, "handling_words": null, "vote_stands": true, "answer_by": null, "mine": ["LUHFT"]}','[{"action": "conflict_consent", "row": 1, "label": null}, {"action": "conflict_refuse", "row": 1, "label": null}, {"action": "conflict_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000141',NULL,NULL);
INSERT INTO "outbox" VALUES(136,'signature:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'signature:1','signatures','{"reference": "SEF-S1", "title": "The agreement", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "kind": "agreement", "statement": "My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. It has the authorisations it needs, and its leadership body has approved this.", "words": "", "document": {"name": "agreement.pdf", "link": null, "sha256": "74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839", "pages": 1}, "version": 1, "changes": null, "fields": [], "clause": "1.5", "in_chat": true, "requested_by": "Ada", "requested_for": "Mersey Care", "requested_at": "2022-12-16T09:30:00+00:00", "target_on": "2023-01-31", "deadline": {"due_on": "2023-01-31", "due_at": "2023-02-01T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-01-31T12:00:00+00:00", "start_on": "2023-01-31", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 29, "clock": null}, "parties": [{"name": "Sefton Council", "stand": "asked", "reached": true, "signatory": "Uri", "deputy": "Joe", "until": null, "words": null, "counterparts": []}, {"name": "Mersey Care", "stand": "asked", "reached": true, "signatory": "Sid", "deputy": "Ada", "until": null, "words": null, "counterparts": []}, {"name": "LUHFT", "stand": "asked", "reached": true, "signatory": "Pia", "deputy": "Ben", "until": null, "words": null, "counterparts": []}, {"name": "Alder Hey", "stand": "asked", "reached": false, "signatory": null, "deputy": null, "until": null, "words": null, "counterparts": []}, {"name": "Sefton CVS", "stand": "asked", "reached": false, "signatory": "Ola", "deputy": null, "until": null, "words": null, "counterparts": []}], "signed": 0, "needed": 5, "missing": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "without_row": [], "undated": true, "begins_on": null, "effect_rule": "stated-date", "effect_clause": "12.1", "effect_note": "Takes effect on the date entered on page one, which is blank.", "effective_on": null, "in_effect": false, "ends_on": null, "newcomer": null, "decision": null, "newcomer_short": null, "replaces": null, "executed_sha256": null, "closed_at": null, "closing_words": null, "timezone": "Europe/London"}','[{"action": "signature_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000151',NULL,NULL);
INSERT INTO "outbox" VALUES(137,'signature:1:version:1:file',1,'slack','T0PRACTICE','C0SEFTON',NULL,136,NULL,NULL,'signature:1','document','{"reference": "SEF-S1", "title": "SEF-S1: The agreement", "name": "agreement.pdf", "sha256": "74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','F00000468',NULL,'document');
INSERT INTO "outbox" VALUES(140,'notice:34',1,'slack','T0PRACTICE','U0SID',4,NULL,NULL,NULL,'signature:1:notice','signature_asked','{"reference": "SEF-S1", "title": "The agreement", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "kind": "agreement", "statement": "My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. It has the authorisations it needs, and its leadership body has approved this.", "words": "", "document": {"name": "agreement.pdf", "link": null, "sha256": "74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839", "pages": 1}, "version": 1, "changes": null, "fields": [], "clause": "1.5", "in_chat": true, "requested_by": "Ada", "requested_for": "Mersey Care", "requested_at": "2022-12-16T09:30:00+00:00", "target_on": "2023-01-31", "deadline": {"due_on": "2023-01-31", "due_at": "2023-02-01T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-01-31T12:00:00+00:00", "start_on": "2023-01-31", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 29, "clock": null}, "parties": [{"name": "Sefton Council", "stand": "asked", "reached": true, "signatory": "Uri", "deputy": "Joe", "until": null, "words": null, "counterparts": []}, {"name": "Mersey Care", "stand": "asked", "reached": true, "signatory": "Sid", "deputy": "Ada", "until": null, "words": null, "counterparts": []}, {"name": "LUHFT", "stand": "asked", "reached": true, "signatory": "Pia", "deputy": "Ben", "until": null, "words": null, "counterparts": []}, {"name": "Alder Hey", "stand": "asked", "reached": false, "signatory": null, "deputy": null, "until": null, "words": null, "counterparts": []}, {"name": "Sefton CVS", "stand": "asked", "reached": false, "signatory": "Ola", "deputy": null, "until": null, "words": null, "counterparts": []}], "signed": 0, "needed": 5, "missing": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "without_row": [], "undated": true, "begins_on": null, "effect_rule": "stated-date", "effect_clause": "12.1", "effect_note": "Takes effect on the date entered on page one, which is blank.", "effective_on": null, "in_effect": false, "ends_on": null, "newcomer": null, "decision": null, "newcomer_short": null, "replaces": null, "executed_sha256": null, "closed_at": null, "closing_words": null, "timezone": "Europe/London", "partner": "Mersey Care NHS Foundation Trust", "party": 2, "for": "Mersey Care", "signed_before": false, "handed": null}','[{"action": "signature_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SID','1671183000.000148',NULL,NULL);
INSERT INTO "outbox" VALUES(142,'notice:35',1,'slack','T0PRACTICE','U0PIA',8,NULL,NULL,NULL,'signature:1:notice','signature_asked','{"reference": "SEF-S1", "title": "The agreement", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "kind": "agreement", "statement": "My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. It has the authorisations it needs, and its leadership body has approved this.", "words": "", "document": {"name": "agreement.pdf", "link": null, "sha256": "74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839", "pages": 1}, "version": 1, "changes": null, "fields": [], "clause": "1.5", "in_chat": true, "requested_by": "Ada", "requested_for": "Mersey Care", "requested_at": "2022-12-16T09:30:00+00:00", "target_on": "2023-01-31", "deadline": {"due_on": "2023-01-31", "due_at": "2023-02-01T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-01-31T12:00:00+00:00", "start_on": "2023-01-31", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 29, "clock": null}, "parties": [{"name": "Sefton Council", "stand": "asked", "reached": true, "signatory": "Uri", "deputy": "Joe", "until": null, "words": null, "counterparts": []}, {"name": "Mersey Care", "stand": "asked", "reached": true, "signatory": "Sid", "deputy": "Ada", "until": null, "words": null, "counterparts": []}, {"name": "LUHFT", "stand": "asked", "reached": true, "signatory": "Pia", "deputy": "Ben", "until": null, "words": null, "counterparts": []}, {"name": "Alder Hey", "stand": "asked", "reached": false, "signatory": null, "deputy": null, "until": null, "words": null, "counterparts": []}, {"name": "Sefton CVS", "stand": "asked", "reached": false, "signatory": "Ola", "deputy": null, "until": null, "words": null, "counterparts": []}], "signed": 0, "needed": 5, "missing": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "without_row": [], "undated": true, "begins_on": null, "effect_rule": "stated-date", "effect_clause": "12.1", "effect_note": "Takes effect on the date entered on page one, which is blank.", "effective_on": null, "in_effect": false, "ends_on": null, "newcomer": null, "decision": null, "newcomer_short": null, "replaces": null, "executed_sha256": null, "closed_at": null, "closing_words": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust", "party": 3, "for": "LUHFT", "signed_before": false, "handed": null}','[{"action": "signature_sign", "row": 3, "label": null}, {"action": "signature_scan", "row": 3, "label": null}, {"action": "signature_cannot", "row": 3, "label": null}, {"action": "signature_decline", "row": 3, "label": null}, {"action": "signature_delegate", "row": 3, "label": null}, {"action": "signature_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0PIA','1671183000.000149',NULL,NULL);
INSERT INTO "outbox" VALUES(146,'notice:37:undelivered:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'notice:37','notice_undelivered','{"reference": "SEF-S1", "title": "The agreement", "partner": "Sefton Council for Voluntary Service", "fault": null, "state": "unreachable", "matter": "signature", "file": true}','[{"action": "signature_told", "row": 1, "label": null}, {"action": "signature_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000157',NULL,NULL);
INSERT INTO "outbox" VALUES(147,'notice:37:document:1',1,'slack','T0PRACTICE','U0SAM',1,146,NULL,NULL,'notice:37','document','{"reference": "SEF-S1", "title": "SEF-S1: The agreement", "name": "agreement.pdf", "sha256": "74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','F00000480',NULL,'document');
INSERT INTO "outbox" VALUES(149,'tracker:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'tracker:1','tracker','{"reference": "SEF-T1", "title": "Works", "agreement": "Sefton Partnership", "clause": "7.4", "forum": "Sefton Partnership board", "named": true, "criteria": 22, "features": 2, "counts": [{"status": "Idle", "count": 21, "colour": null}, {"status": "Done, but leaking", "count": 1, "colour": "amber"}], "coloured": true, "waiting": 0, "dated_on": "2022-12-16", "timezone": "Europe/London"}','[{"action": "tracker_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000160',NULL,NULL);
INSERT INTO "outbox" VALUES(150,'tracker_batch:1:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'tracker_batch:1','tracker_asked','{"tracker": "SEF-T1", "tracker_title": "Works", "agreement": "Sefton Partnership", "clause": "7.4", "forum": "Sefton Partnership board", "timezone": "Europe/London", "changes": [{"id": 1, "reference": "SEF-T1.2", "number": "2", "title": "Gutter", "new": false, "status": "Done", "changed": [{"part": "status", "from": "Done, but leaking", "to": "Done"}], "reason": "So it is.", "by": "Ada", "for": "Mersey Care", "at": "2022-12-16T09:30:00+00:00", "state": "waiting", "decided_by": null, "decided_at": null, "met_on": null, "evidence": null}], "more": 0, "waiting": 1}','[{"action": "tracker_confirm", "row": 1, "label": null}, {"action": "tracker_refuse", "row": 1, "label": null}, {"action": "tracker_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000163',NULL,NULL);
INSERT INTO "outbox" VALUES(151,'edit:149:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,149,NULL,'edit:149','tracker','{"reference": "SEF-T1", "title": "Works", "agreement": "Sefton Partnership", "clause": "7.4", "forum": "Sefton Partnership board", "named": true, "criteria": 22, "features": 2, "counts": [{"status": "Idle", "count": 21, "colour": null}, {"status": "Done, but leaking", "count": 1, "colour": "amber"}], "coloured": true, "waiting": 1, "dated_on": "2022-12-16", "timezone": "Europe/London"}','[{"action": "tracker_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000160',NULL,NULL);
INSERT INTO "outbox" VALUES(152,'milestone:13:added',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,NULL,'milestone_news','{"reference": "SEF-MS3", "title": "Fewer readmissions", "agreement": "Sefton Partnership", "clause": null, "particulars": "", "owner": "LUHFT", "everybody": false, "when": "by Wed 1 Feb 2023", "exact": true, "due_on": "2023-02-01", "deadline": {"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 30, "clock": null}, "condition": "The money is there", "came_true_on": null, "state": "open", "said": null, "said_on": null, "said_words": null, "said_evidence": null, "said_by": null, "met_on": null, "late": false, "overdue": false, "past": false, "left_version": null, "added_by": "Sam", "added_at": "2022-12-16T09:30:00+00:00", "closing_words": null, "private": false, "timezone": "Europe/London", "by": "Sam", "for": null, "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "did": "added", "words": "", "was": null}','[{"action": "milestone_show", "row": 13, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000167',NULL,NULL);
INSERT INTO "outbox" VALUES(153,'milestone:13:added:6',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,NULL,'milestone:13','milestone_given','{"reference": "SEF-MS3", "title": "Fewer readmissions", "agreement": "Sefton Partnership", "clause": null, "particulars": "", "owner": "LUHFT", "everybody": false, "when": "by Wed 1 Feb 2023", "exact": true, "due_on": "2023-02-01", "deadline": {"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 30, "clock": null}, "condition": "The money is there", "came_true_on": null, "state": "open", "said": null, "said_on": null, "said_words": null, "said_evidence": null, "said_by": null, "met_on": null, "late": false, "overdue": false, "past": false, "left_version": null, "added_by": "Sam", "added_at": "2022-12-16T09:30:00+00:00", "closing_words": null, "private": false, "timezone": "Europe/London", "by": "Sam", "for": null, "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "did": "added", "words": "", "was": null}','[{"action": "milestone_report", "row": 13, "label": null}, {"action": "milestone_show", "row": 13, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000166',NULL,NULL);
INSERT INTO "outbox" VALUES(154,'meeting:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'meeting:1','meeting','{"reference": "SEF-M1", "title": "Sefton Partnership board, Tue 10 Jan 2023", "agreement": "Sefton Partnership", "private": false, "state": "planned", "forum": "Sefton Partnership board", "clause": "8.2", "on": "2023-01-10", "nominal_on": "2023-01-10", "begins_at": null, "place": "", "public": null, "unrecorded": false, "called_at": null, "closing_words": null, "timezone": "Europe/London", "chair": {"said": true, "clause": "8.5", "follows": "Sefton Health and Wellbeing Board", "seat": null, "office": null, "independent": false, "acts_for": [], "name": null, "until": null, "deputy_office": "GP lead clinician from Sefton", "deputy": null, "deputy_until": null}, "notice": null, "papers_asked": null, "papers": [], "agenda": [{"kind": "declarations", "reference": null, "row": 0, "title": "", "declared": []}, {"kind": "change", "reference": "SEF-T1.2", "row": 1, "title": "Gutter", "private": false, "from": "Done, but leaking", "to": "Done"}], "attendance": {"member": [], "deputy": [], "apologies": [], "absent": [], "there": 0, "of": 0}, "quorums": [], "minutes_link": null, "minutes": null}','[{"action": "meeting_item", "row": 1, "label": null}, {"action": "declare_conflict", "row": 1, "label": null}, {"action": "meeting_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000170',NULL,NULL);
INSERT INTO "outbox" VALUES(155,'meeting:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'meeting:2','meeting','{"reference": "SEF-M2", "title": "Sefton Partnership board, Tue 20 Dec 2022", "agreement": "Sefton Partnership", "private": false, "state": "planned", "forum": "Sefton Partnership board", "clause": "8.2", "on": "2022-12-20", "nominal_on": null, "begins_at": null, "place": "", "public": null, "unrecorded": false, "called_at": null, "closing_words": null, "timezone": "Europe/London", "chair": {"said": true, "clause": "8.5", "follows": "Sefton Health and Wellbeing Board", "seat": null, "office": null, "independent": false, "acts_for": [], "name": null, "until": null, "deputy_office": "GP lead clinician from Sefton", "deputy": null, "deputy_until": null}, "notice": null, "papers_asked": null, "papers": [], "agenda": [{"kind": "declarations", "reference": null, "row": 0, "title": "", "declared": []}, {"kind": "change", "reference": "SEF-T1.2", "row": 1, "title": "Gutter", "private": false, "from": "Done, but leaking", "to": "Done"}], "attendance": {"member": [], "deputy": [], "apologies": [], "absent": [], "there": 0, "of": 0}, "quorums": [], "minutes_link": null, "minutes": null}','[{"action": "meeting_item", "row": 2, "label": null}, {"action": "declare_conflict", "row": 1, "label": null}, {"action": "meeting_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000173',NULL,NULL);
INSERT INTO "outbox" VALUES(156,'meeting:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'meeting:3','meeting','{"reference": "SEF-M3", "title": "Sefton Partnership board, Fri 16 Dec 2022", "agreement": "Sefton Partnership", "private": false, "state": "planned", "forum": "Sefton Partnership board", "clause": "8.2", "on": "2022-12-16", "nominal_on": null, "begins_at": null, "place": "", "public": null, "unrecorded": false, "called_at": null, "closing_words": null, "timezone": "Europe/London", "chair": {"said": true, "clause": "8.5", "follows": "Sefton Health and Wellbeing Board", "seat": null, "office": null, "independent": false, "acts_for": [], "name": null, "until": null, "deputy_office": "GP lead clinician from Sefton", "deputy": null, "deputy_until": null}, "notice": null, "papers_asked": null, "papers": [], "agenda": [{"kind": "declarations", "reference": null, "row": 0, "title": "", "declared": []}, {"kind": "change", "reference": "SEF-T1.2", "row": 1, "title": "Gutter", "private": false, "from": "Done, but leaking", "to": "Done"}], "attendance": {"member": [], "deputy": [], "apologies": [], "absent": [], "there": 0, "of": 0}, "quorums": [], "minutes_link": null, "minutes": null}','[{"action": "meeting_item", "row": 3, "label": null}, {"action": "declare_conflict", "row": 1, "label": null}, {"action": "meeting_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000176',NULL,NULL);
INSERT INTO "outbox" VALUES(157,'meeting:4',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'meeting:4','meeting','{"reference": "SEF-M4", "title": "Sefton Partnership board, Fri 16 Dec 2022", "agreement": "Sefton Partnership", "private": false, "state": "planned", "forum": "Sefton Partnership board", "clause": "8.2", "on": "2022-12-16", "nominal_on": null, "begins_at": null, "place": "", "public": null, "unrecorded": false, "called_at": null, "closing_words": null, "timezone": "Europe/London", "chair": {"said": true, "clause": "8.5", "follows": "Sefton Health and Wellbeing Board", "seat": null, "office": null, "independent": false, "acts_for": [], "name": null, "until": null, "deputy_office": "GP lead clinician from Sefton", "deputy": null, "deputy_until": null}, "notice": null, "papers_asked": null, "papers": [], "agenda": [{"kind": "declarations", "reference": null, "row": 0, "title": "", "declared": []}, {"kind": "change", "reference": "SEF-T1.2", "row": 1, "title": "Gutter", "private": false, "from": "Done, but leaking", "to": "Done"}], "attendance": {"member": [], "deputy": [], "apologies": [], "absent": [], "there": 0, "of": 0}, "quorums": [], "minutes_link": null, "minutes": null}','[{"action": "meeting_item", "row": 4, "label": null}, {"action": "declare_conflict", "row": 1, "label": null}, {"action": "meeting_show", "row": 4, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000179',NULL,NULL);
INSERT INTO "outbox" VALUES(158,'edit:154:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,154,NULL,'edit:154','meeting','{"reference": "SEF-M1", "title": "Sefton Partnership board, Tue 10 Jan 2023", "agreement": "Sefton Partnership", "private": false, "state": "planned", "forum": "Sefton Partnership board", "clause": "8.2", "on": "2023-01-10", "nominal_on": "2023-01-10", "begins_at": null, "place": "", "public": null, "unrecorded": false, "called_at": null, "closing_words": null, "timezone": "Europe/London", "chair": {"said": true, "clause": "8.5", "follows": "Sefton Health and Wellbeing Board", "seat": null, "office": null, "independent": false, "acts_for": [], "name": null, "until": null, "deputy_office": "GP lead clinician from Sefton", "deputy": null, "deputy_until": null}, "notice": null, "papers_asked": null, "papers": [], "agenda": [{"kind": "declarations", "reference": null, "row": 0, "title": "", "declared": []}, {"kind": "change", "reference": "SEF-T1.2", "row": 1, "title": "Gutter", "private": false, "from": "Done, but leaking", "to": "Done"}, {"kind": "added", "reference": null, "row": 1, "title": "Winter beds", "words": "", "by": "Sam", "for": null}], "attendance": {"member": [], "deputy": [], "apologies": [], "absent": [], "there": 0, "of": 0}, "quorums": [], "minutes_link": null, "minutes": null}','[{"action": "meeting_item", "row": 1, "label": null}, {"action": "declare_conflict", "row": 1, "label": null}, {"action": "meeting_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000170',NULL,NULL);
INSERT INTO "outbox" VALUES(161,'notice:40',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,40,'meeting:2:notice','meeting_notice','{"reference": "SEF-M2", "title": "Sefton Partnership board, Tue 20 Dec 2022", "agreement": "Sefton Partnership", "private": false, "state": "called", "forum": "Sefton Partnership board", "clause": "8.2", "on": "2022-12-20", "nominal_on": null, "begins_at": null, "place": "", "public": null, "unrecorded": false, "called_at": "2022-12-16T09:30:00+00:00", "closing_words": null, "timezone": "Europe/London", "chair": {"said": true, "clause": "8.5", "follows": "Sefton Health and Wellbeing Board", "seat": null, "office": null, "independent": false, "acts_for": [], "name": null, "until": null, "deputy_office": "GP lead clinician from Sefton", "deputy": null, "deputy_until": null}, "notice": null, "papers_asked": null, "papers": [], "agenda": [{"kind": "declarations", "reference": null, "row": 0, "title": "", "declared": []}, {"kind": "change", "reference": "SEF-T1.2", "row": 1, "title": "Gutter", "private": false, "from": "Done, but leaking", "to": "Done"}], "attendance": {"member": [], "deputy": [], "apologies": [], "absent": [], "there": 0, "of": 0}, "quorums": [], "minutes_link": null, "minutes": null, "by": "Sam", "for": null, "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "did": "called", "words": "", "was_on": null, "partner": "LUHFT"}','[{"action": "meeting_item", "row": 2, "label": null}, {"action": "declare_conflict", "row": 1, "label": null}, {"action": "meeting_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000186',NULL,NULL);
INSERT INTO "outbox" VALUES(163,'notice:42:undelivered:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'notice:42','notice_undelivered','{"reference": "SEF-M2", "title": "Sefton Partnership board, Tue 20 Dec 2022", "partner": "Sefton Council for Voluntary Service", "fault": null, "state": "unreachable", "matter": "meeting", "file": false}','[{"action": "meeting_told", "row": 2, "label": null}, {"action": "meeting_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000189',NULL,NULL);
INSERT INTO "outbox" VALUES(164,'meeting:2:called',1,'slack','T0PRACTICE','C0SEFTON',NULL,155,NULL,NULL,NULL,'meeting_news','{"reference": "SEF-M2", "title": "Sefton Partnership board, Tue 20 Dec 2022", "agreement": "Sefton Partnership", "private": false, "state": "called", "forum": "Sefton Partnership board", "clause": "8.2", "on": "2022-12-20", "nominal_on": null, "begins_at": null, "place": "", "public": null, "unrecorded": false, "called_at": "2022-12-16T09:30:00+00:00", "closing_words": null, "timezone": "Europe/London", "by": "Sam", "for": null, "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "did": "called", "words": "", "was_on": null, "notice": null}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000188',NULL,NULL);
INSERT INTO "outbox" VALUES(167,'meeting:4:absent:11',1,'slack','T0PRACTICE','U0JOE',11,NULL,NULL,NULL,'meeting:4:told','meeting_absent','{"reference": "SEF-M4", "title": "Sefton Partnership board, Fri 16 Dec 2022", "agreement": "Sefton Partnership", "private": false, "state": "held", "forum": "Sefton Partnership board", "clause": "8.2", "on": "2022-12-16", "nominal_on": null, "begins_at": null, "place": "", "public": null, "unrecorded": false, "called_at": null, "closing_words": null, "timezone": "Europe/London", "partners": ["Sefton Council"], "apologies": [], "asked": true, "minutes_link": null}','[{"action": "meeting_show", "row": 4, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0JOE','1671183000.000193',NULL,NULL);
INSERT INTO "outbox" VALUES(168,'meeting:4:held',1,'slack','T0PRACTICE','C0SEFTON',NULL,157,NULL,NULL,NULL,'meeting_news','{"reference": "SEF-M4", "title": "Sefton Partnership board, Fri 16 Dec 2022", "agreement": "Sefton Partnership", "private": false, "state": "held", "forum": "Sefton Partnership board", "clause": "8.2", "on": "2022-12-16", "nominal_on": null, "begins_at": null, "place": "", "public": null, "unrecorded": false, "called_at": null, "closing_words": null, "timezone": "Europe/London", "by": "Sam", "for": null, "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "did": "held", "words": "", "was_on": null, "notice": null, "attendance": {"member": [{"name": "LUHFT", "who": null}], "deputy": [], "apologies": [], "absent": [{"name": "Sefton Council", "who": null}, {"name": "Mersey Care", "who": null}, {"name": "Alder Hey", "who": null}, {"name": "Sefton CVS", "who": null}], "there": 1, "of": 5}, "quorums": []}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000192',NULL,NULL);
INSERT INTO "outbox" VALUES(170,'issue:7',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'issue:7','issue','{"reference": "SEF-7", "title": "Night shifts", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Night shifts", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 4, "missing": ["Sefton Council", "LUHFT", "Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 7, "label": null}, {"action": "issue_propose", "row": 7, "label": null}, {"action": "issue_comment", "row": 7, "label": null}, {"action": "issue_show", "row": 7, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000197',NULL,NULL);
INSERT INTO "outbox" VALUES(171,'notice:43',1,'slack','T0PRACTICE','U0JOE',11,NULL,NULL,43,'issue:7:notice','issue_notice','{"reference": "SEF-7", "title": "Night shifts", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Night shifts", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 0, "missing": [], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Sefton Metropolitan Borough Council", "prompts": []}','[{"action": "issue_acknowledge", "row": 7, "label": null}, {"action": "issue_comment", "row": 7, "label": null}, {"action": "issue_show", "row": 7, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0JOE','1671183000.000198',NULL,NULL);
INSERT INTO "outbox" VALUES(172,'notice:44',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,44,'issue:7:notice','issue_notice','{"reference": "SEF-7", "title": "Night shifts", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Night shifts", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 0, "missing": [], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust", "prompts": []}','[{"action": "issue_acknowledge", "row": 7, "label": null}, {"action": "issue_comment", "row": 7, "label": null}, {"action": "issue_show", "row": 7, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000199',NULL,NULL);
INSERT INTO "outbox" VALUES(174,'notice:46:undelivered:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'notice:46','notice_undelivered','{"reference": "SEF-7", "title": "Night shifts", "partner": "Sefton Council for Voluntary Service", "fault": null, "state": "unreachable", "matter": "issue", "file": false}','[{"action": "issue_told", "row": 7, "label": null}, {"action": "issue_show", "row": 7, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000201',NULL,NULL);
INSERT INTO "outbox" VALUES(175,'edit:170:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,170,NULL,'edit:170','issue','{"reference": "SEF-7", "title": "Night shifts", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Night shifts", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 1, "of": 4, "missing": ["Sefton Council", "Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 7, "label": null}, {"action": "issue_propose", "row": 7, "label": null}, {"action": "issue_comment", "row": 7, "label": null}, {"action": "issue_show", "row": 7, "label": null}]','withdrawn','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(177,'issue:7:ack:luhft',1,'slack','T0PRACTICE','C0SEFTON',NULL,170,NULL,NULL,NULL,'issue_acknowledged','{"reference": "SEF-7", "title": "Night shifts", "by": "Ben", "for": "LUHFT", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "timezone": "Europe/London"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000203',NULL,NULL);
INSERT INTO "outbox" VALUES(178,'edit:172:1',1,'slack','T0PRACTICE','U0BEN',6,NULL,172,NULL,'edit:172','issue_notice','{"reference": "SEF-7", "title": "Night shifts", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Night shifts", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 4, "missing": ["Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": ["LUHFT"], "not_acknowledged": [], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust", "acknowledgement": {"by": "Ben", "for": "LUHFT", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null}}','[{"action": "issue_show", "row": 7, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000199',NULL,NULL);
INSERT INTO "outbox" VALUES(180,'proposal:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,170,NULL,NULL,NULL,'issue_extension_proposed','{"reference": "SEF-7", "title": "Night shifts", "by": "Ada", "for": "Mersey Care", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "timezone": "Europe/London", "words": "The board meets in February.", "extend_to": "2023-02-28"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000207',NULL,NULL);
INSERT INTO "outbox" VALUES(181,'proposal:3:luhft',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,NULL,'proposal:3','issue_extension','{"reference": "SEF-7", "title": "Night shifts", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Night shifts", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 4, "missing": ["Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": ["LUHFT"], "not_acknowledged": [], "proposal": null, "extension": {"words": "The board meets in February.", "extend_to": "2023-02-28", "for": "Mersey Care", "by": "Ada", "at": "2022-12-16T09:30:00+00:00", "state": "open", "agree": ["Mersey Care"], "against": [], "waiting": ["LUHFT"]}, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "LUHFT"}','[{"action": "issue_agree", "row": 3, "label": "Agree to more time"}, {"action": "issue_disagree", "row": 3, "label": "No more time"}, {"action": "issue_show", "row": 7, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000206',NULL,NULL);
INSERT INTO "outbox" VALUES(182,'edit:170:4',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,170,NULL,'edit:170','issue','{"reference": "SEF-7", "title": "Night shifts", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-16T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "What happened: Night shifts", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 2, "of": 4, "missing": ["Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": ["LUHFT"], "not_acknowledged": [], "proposal": null, "extension": {"words": "The board meets in February.", "extend_to": "2023-02-28", "for": "Mersey Care", "by": "Ada", "at": "2022-12-16T09:30:00+00:00", "state": "open", "agree": ["Mersey Care"], "against": [], "waiting": ["LUHFT"]}, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_agree", "row": 3, "label": "Agree to more time"}, {"action": "issue_disagree", "row": 3, "label": "No more time"}, {"action": "issue_comment", "row": 7, "label": null}, {"action": "issue_show", "row": 7, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000197',NULL,NULL);
INSERT INTO "outbox" VALUES(183,'edit:65:1',1,'slack','T0PRACTICE','U0ADA',2,NULL,65,NULL,'edit:65','decision_answered','{"reference": "SEF-D1", "title": "Shared wards", "by": "Ada", "for": "Mersey Care", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "timezone": "Europe/London", "name": "Mersey Care", "vote": "for", "words": "", "was": null}','[{"action": "decision_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0ADA','1671183000.000081',NULL,NULL);
INSERT INTO "outbox" VALUES(186,'edit:134:1',1,'slack','T0PRACTICE','U0BEN',6,NULL,134,NULL,'edit:134','conflict_answered','{"reference": "SEF-C1", "title": "Shares", "consents": true, "words": "", "matter": "SEF-D4", "by": "Ben", "for": "LUHFT", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "timezone": "Europe/London"}','[{"action": "conflict_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000141',NULL,NULL);
INSERT INTO "outbox" VALUES(188,'edit:140:1',1,'slack','T0PRACTICE','U0SID',4,NULL,140,NULL,'edit:140','signature_answered','{"reference": "SEF-S1", "title": "The agreement", "for": "Mersey Care", "by": "Sid", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "timezone": "Europe/London", "partner": "Mersey Care", "name": "Sid", "position": "Chair", "on": "2022-12-16", "route": "chat", "sha256": null, "recorded_at": "2022-12-16T09:30:00+00:00", "version": 1, "first": true, "did": "signed", "counts": true}','[{"action": "signature_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SID','1671183000.000148',NULL,NULL);
INSERT INTO "outbox" VALUES(189,'signature:1:counterpart:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,136,NULL,NULL,NULL,'signature_news','{"reference": "SEF-S1", "title": "The agreement", "by": "Sid", "for": "Mersey Care", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "timezone": "Europe/London", "partner": "Mersey Care", "name": "Sid", "position": "Chair", "on": "2022-12-16", "route": "chat", "sha256": null, "recorded_at": "2022-12-16T09:30:00+00:00", "version": 1, "first": true, "did": "signed", "counts": true}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000212',NULL,NULL);
INSERT INTO "outbox" VALUES(190,'edit:136:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,136,NULL,'edit:136','signatures','{"reference": "SEF-S1", "title": "The agreement", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "kind": "agreement", "statement": "My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. It has the authorisations it needs, and its leadership body has approved this.", "words": "", "document": {"name": "agreement.pdf", "link": null, "sha256": "74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839", "pages": 1}, "version": 1, "changes": null, "fields": [], "clause": "1.5", "in_chat": true, "requested_by": "Ada", "requested_for": "Mersey Care", "requested_at": "2022-12-16T09:30:00+00:00", "target_on": "2023-01-31", "deadline": {"due_on": "2023-01-31", "due_at": "2023-02-01T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-01-31T12:00:00+00:00", "start_on": "2023-01-31", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 29, "clock": null}, "parties": [{"name": "Sefton Council", "stand": "asked", "reached": true, "signatory": "Uri", "deputy": "Joe", "until": null, "words": null, "counterparts": []}, {"name": "Mersey Care", "stand": "signed", "reached": true, "signatory": "Sid", "deputy": "Ada", "until": null, "words": null, "counterparts": [{"partner": "Mersey Care", "name": "Sid", "position": "Chair", "on": "2022-12-16", "route": "chat", "sha256": null, "evidence": null, "recorded_at": "2022-12-16T09:30:00+00:00"}]}, {"name": "LUHFT", "stand": "seen", "reached": true, "signatory": "Pia", "deputy": "Ben", "until": null, "words": null, "counterparts": []}, {"name": "Alder Hey", "stand": "asked", "reached": false, "signatory": null, "deputy": null, "until": null, "words": null, "counterparts": []}, {"name": "Sefton CVS", "stand": "asked", "reached": false, "signatory": "Ola", "deputy": null, "until": null, "words": null, "counterparts": []}], "signed": 1, "needed": 5, "missing": ["Sefton Council", "LUHFT", "Alder Hey", "Sefton CVS"], "without_row": [], "undated": true, "begins_on": null, "effect_rule": "stated-date", "effect_clause": "12.1", "effect_note": "Takes effect on the date entered on page one, which is blank.", "effective_on": null, "in_effect": false, "ends_on": null, "newcomer": null, "decision": null, "newcomer_short": null, "replaces": null, "executed_sha256": null, "closed_at": null, "closing_words": null, "timezone": "Europe/London"}','[{"action": "signature_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000151',NULL,NULL);
INSERT INTO "outbox" VALUES(191,'edit:63:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,63,NULL,'edit:63','decision','{"reference": "SEF-D1", "title": "Shared wards", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "wording": "One ward.", "reasons": "Cheaper.", "papers": [], "files": [], "apart": false, "papers_kept": false, "version": 1, "rule": "Variation", "clause": "13", "note": null, "casting_vote": "the chair", "casting": null, "forum": null, "outcome": "decision", "element": null, "topic": null, "level": null, "affected": [], "issue": null, "proposed_by": "Ada", "proposed_for": "Mersey Care", "proposed_at": "2022-12-16T09:30:00+00:00", "opens_on": null, "closes_on": "2023-01-06", "closed_at": null, "dated_on": null, "closing_words": null, "review_on": null, "tally": {"kind": "unanimous", "of": null, "counts": "partners", "who": [], "base": 4, "needed": 4, "reached": 1, "missing": 3, "in_favour": 1, "against": 0, "abstain": 0, "silent": 3, "quorum": null, "quorate": true, "tied": false, "carried": false, "beyond_reach": false, "by_casting_vote": false, "other": [5, 5]}, "votes": [{"name": "Mersey Care", "vote": "for", "comment": "", "behalf": false}], "silent": ["LUHFT", "Alder Hey", "Sefton CVS"], "voters": ["Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "excluded": [{"name": "Sefton Council", "why": "conflicted", "in_base": false}], "ratified": [], "consensus": false, "timezone": "Europe/London"}','[{"action": "decision_agree", "row": 1, "label": null}, {"action": "decision_object", "row": 1, "label": null}, {"action": "decision_abstain", "row": 1, "label": null}, {"action": "decision_show", "row": 1, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000082',NULL,NULL);
INSERT INTO "outbox" VALUES(193,'notice:48',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,48,'conflict:2:notice','conflict_notice','{"reference": "SEF-C2", "title": "A cousin", "agreement": "Sefton Partnership", "clause": "9.1.1", "partner": "Liverpool University Hospitals NHS Foundation Trust", "declared_as": "as a provider", "person": null, "category": "financial", "apparent": false, "may_arise": false, "particulars": "We own a tenth of the builder.", "proposed": "", "reach": [], "aware_at": "2022-12-16T09:30:00+00:00", "starts_on": null, "withheld": "A threat was made.", "declared_at": "2022-12-16T09:30:00+00:00", "declared_by": "Joe", "evidence": null, "late_minutes": 0, "late_days": 0, "later_than_guidance": false, "withheld_agreed": null, "ended_on": null, "closing_words": null, "private": false, "state": "declared", "touched": [{"matter": "SEF-D1", "matter_title": "Shared wards", "keeps_out": true, "needs": 4, "consented": [], "refused": [], "waiting": ["Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "consented_at": null, "handling": null, "handling_words": null, "vote_stands": null}], "timezone": "Europe/London", "declarer": "Sefton Council"}','[{"action": "conflict_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000215',NULL,NULL);
INSERT INTO "outbox" VALUES(195,'notice:50:undelivered:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'notice:50','notice_undelivered','{"reference": "SEF-C2", "title": "A cousin", "partner": "Sefton Council for Voluntary Service", "fault": null, "state": "unreachable", "matter": "conflict", "file": false}','[{"action": "conflict_told", "row": 2, "label": null}, {"action": "conflict_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000217',NULL,NULL);
INSERT INTO "outbox" VALUES(197,'conflict:2:asked:2:6',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,NULL,'conflict:2:asked:2','conflict_asked','{"reference": "SEF-C2", "title": "A cousin", "agreement": "Sefton Partnership", "clause": "9.1.1", "partner": "Sefton Council", "declared_as": "as a provider", "person": null, "category": "financial", "apparent": false, "may_arise": false, "particulars": "We own a tenth of the builder.", "proposed": "", "reach": [], "aware_at": "2022-12-16T09:30:00+00:00", "starts_on": null, "withheld": "A threat was made.", "declared_at": "2022-12-16T09:30:00+00:00", "declared_by": "Joe", "evidence": null, "late_minutes": 0, "late_days": 0, "later_than_guidance": false, "withheld_agreed": null, "ended_on": null, "closing_words": null, "private": false, "state": "declared", "touched": [{"matter": "SEF-D1", "matter_title": "Shared wards", "keeps_out": true, "needs": 4, "consented": [], "refused": [], "waiting": ["Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "consented_at": null, "handling": null, "handling_words": null, "vote_stands": null}], "timezone": "Europe/London", "matter": "SEF-D1", "matter_title": "Shared wards", "keeps_out": true, "needs": 4, "consented": [], "refused": [], "waiting": ["Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "consented_at": null, "handling": null, "handling_words": null, "vote_stands": null, "answer_by": null, "mine": ["LUHFT"]}','[{"action": "conflict_consent", "row": 2, "label": null}, {"action": "conflict_refuse", "row": 2, "label": null}, {"action": "conflict_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000219',NULL,NULL);
INSERT INTO "outbox" VALUES(198,'review:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'review:2','review','{"reference": "SEF-R2", "title": "Chairing arrangements", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "looks_at": ["Who chairs the board and who is deputy"], "forum": "Sefton Partnership board", "nominal_on": "2023-02-01", "meets_on": "2023-02-01", "day_chosen": true, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": "It is asked for.", "deadline": {"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.5", "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 30, "clock": null}, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [], "outcome": null, "way": null, "held_on": null, "actions": [], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": "Sam", "closed_at": null, "closed_by": null, "timezone": "Europe/London"}','[{"action": "review_show", "row": 2, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000222',NULL,NULL);
INSERT INTO "outbox" VALUES(209,'review:2:closed',1,'slack','T0PRACTICE','C0SEFTON',NULL,198,NULL,NULL,NULL,'review_closed','{"reference": "SEF-R2", "title": "Chairing arrangements", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "closed", "private": false, "clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "looks_at": ["Who chairs the board and who is deputy"], "forum": "Sefton Partnership board", "nominal_on": "2023-02-01", "meets_on": "2023-02-01", "day_chosen": true, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": "It is asked for.", "deadline": null, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [{"of": "Who chairs the board and who is deputy", "words": "Nobody knows who chairs."}], "outcome": "vary", "way": {"rule": "Variation", "clause": "13", "written": true, "signed": true, "forum": null, "note": "All partners are taken to be meant. A review of the terms (12) still needs this."}, "held_on": "2022-12-16", "actions": [{"reference": "SEF-A2", "title": "Prepare the variation: Chairing arrangements", "partner": "LUHFT", "due_on": "2023-02-01", "state": "open"}], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": "Sam", "closed_at": "2022-12-16T09:30:00+00:00", "closed_by": "Sam", "timezone": "Europe/London", "by": "Sam", "for": null, "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000231',NULL,NULL);
INSERT INTO "outbox" VALUES(210,'review:2:report',1,'slack','T0PRACTICE','C0SEFTON',NULL,198,NULL,NULL,'review:2','review_report','{"reference": "SEF-R2", "title": "Chairing arrangements", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "closed", "private": false, "clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "looks_at": ["Who chairs the board and who is deputy"], "forum": "Sefton Partnership board", "nominal_on": "2023-02-01", "meets_on": "2023-02-01", "day_chosen": true, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": "It is asked for.", "deadline": null, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [{"of": "Who chairs the board and who is deputy", "words": "Nobody knows who chairs."}], "outcome": "vary", "way": {"rule": "Variation", "clause": "13", "written": true, "signed": true, "forum": null, "note": "All partners are taken to be meant. A review of the terms (12) still needs this."}, "held_on": "2022-12-16", "actions": [{"reference": "SEF-A2", "title": "Prepare the variation: Chairing arrangements", "partner": "LUHFT", "due_on": "2023-02-01", "state": "open"}], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": "Sam", "closed_at": "2022-12-16T09:30:00+00:00", "closed_by": "Sam", "timezone": "Europe/London", "by": "Sam", "for": null, "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "dated_on": "2022-12-16"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','F00000709',NULL,'letter');
INSERT INTO "outbox" VALUES(211,'review:3',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'review:3','review','{"reference": "SEF-R3", "title": "Chairing arrangements", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "looks_at": ["Who chairs the board and who is deputy"], "forum": "Sefton Partnership board", "nominal_on": "2023-02-02", "meets_on": "2023-02-02", "day_chosen": true, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": "It is asked for.", "deadline": {"due_on": "2023-02-02", "due_at": "2023-02-03T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.5", "provisional": false, "start": "2023-02-02T12:00:00+00:00", "start_on": "2023-02-02", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 31, "clock": null}, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [], "outcome": null, "way": null, "held_on": null, "actions": [], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": "Sam", "closed_at": null, "closed_by": null, "timezone": "Europe/London"}','[{"action": "review_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000235',NULL,NULL);
INSERT INTO "outbox" VALUES(214,'notice:58',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,58,'review:3:notice','review_asked','{"reference": "SEF-R3", "title": "Chairing arrangements", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "open", "private": false, "clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "looks_at": ["Who chairs the board and who is deputy"], "forum": "Sefton Partnership board", "nominal_on": "2023-02-02", "meets_on": "2023-02-02", "day_chosen": true, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": "It is asked for.", "deadline": {"due_on": "2023-02-02", "due_at": "2023-02-03T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "8.5", "provisional": false, "start": "2023-02-02T12:00:00+00:00", "start_on": "2023-02-02", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 31, "clock": null}, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [], "outcome": null, "way": null, "held_on": null, "actions": [], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": "Sam", "closed_at": null, "closed_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust", "for": "LUHFT", "answer": 13}','[{"action": "review_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000238',NULL,NULL);
INSERT INTO "outbox" VALUES(216,'notice:60:undelivered:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'notice:60','notice_undelivered','{"reference": "SEF-R3", "title": "Chairing arrangements", "partner": "Sefton Council for Voluntary Service", "fault": null, "state": "unreachable", "matter": "review", "file": false}','[{"action": "review_told", "row": 3, "label": null}, {"action": "review_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0SAM','1671183000.000240',NULL,NULL);
INSERT INTO "outbox" VALUES(217,'action:3:opened',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,NULL,'action:3','action_opened','{"reference": "SEF-A3", "title": "Prepare the ending: Chairing arrangements", "particulars": "", "agreement": "Sefton Partnership", "kind": null, "clause": null, "partner": "LUHFT", "owner": null, "source": "SEF-R3", "due_on": "2023-02-01", "deadline": {"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 30, "clock": null}, "state": "open", "opened_by": "Sam", "opened_at": "2022-12-16T09:30:00+00:00", "closed_at": null, "closing_words": null, "timezone": "Europe/London"}','[{"action": "action_done", "row": 3, "label": null}, {"action": "action_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000243',NULL,NULL);
INSERT INTO "outbox" VALUES(220,'edit:214:1',1,'slack','T0PRACTICE','U0BEN',6,NULL,214,NULL,'edit:214','review_answered','{"reference": "SEF-R3", "title": "Chairing arrangements", "for": null, "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "closed", "private": false, "clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "looks_at": ["Who chairs the board and who is deputy"], "forum": "Sefton Partnership board", "nominal_on": "2023-02-02", "meets_on": "2023-02-02", "day_chosen": true, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": "It is asked for.", "deadline": null, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [{"of": "Who chairs the board and who is deputy", "words": "Nobody knows who chairs."}], "outcome": "end", "way": {"rule": "Agreement of all partners", "clause": "1.5", "written": true, "signed": false, "forum": null, "note": null}, "held_on": "2022-12-16", "actions": [{"reference": "SEF-A3", "title": "Prepare the ending: Chairing arrangements", "partner": "LUHFT", "due_on": "2023-02-01", "state": "open"}], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": "Sam", "closed_at": "2022-12-16T09:30:00+00:00", "closed_by": "Sam", "timezone": "Europe/London", "by": "Sam", "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "did": "closed"}','[{"action": "review_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','D0BEN','1671183000.000238',NULL,NULL);
INSERT INTO "outbox" VALUES(221,'edit:211:1',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,211,NULL,'edit:211','review','{"reference": "SEF-R3", "title": "Chairing arrangements", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "closed", "private": false, "clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "looks_at": ["Who chairs the board and who is deputy"], "forum": "Sefton Partnership board", "nominal_on": "2023-02-02", "meets_on": "2023-02-02", "day_chosen": true, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": "It is asked for.", "deadline": null, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [{"of": "Who chairs the board and who is deputy", "words": "Nobody knows who chairs."}], "outcome": "end", "way": {"rule": "Agreement of all partners", "clause": "1.5", "written": true, "signed": false, "forum": null, "note": null}, "held_on": "2022-12-16", "actions": [{"reference": "SEF-A3", "title": "Prepare the ending: Chairing arrangements", "partner": "LUHFT", "due_on": "2023-02-01", "state": "open"}], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": "Sam", "closed_at": "2022-12-16T09:30:00+00:00", "closed_by": "Sam", "timezone": "Europe/London"}','[{"action": "review_show", "row": 3, "label": null}]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000235',NULL,NULL);
INSERT INTO "outbox" VALUES(222,'review:3:closed',1,'slack','T0PRACTICE','C0SEFTON',NULL,211,NULL,NULL,NULL,'review_closed','{"reference": "SEF-R3", "title": "Chairing arrangements", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "closed", "private": false, "clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "looks_at": ["Who chairs the board and who is deputy"], "forum": "Sefton Partnership board", "nominal_on": "2023-02-02", "meets_on": "2023-02-02", "day_chosen": true, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": "It is asked for.", "deadline": null, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [{"of": "Who chairs the board and who is deputy", "words": "Nobody knows who chairs."}], "outcome": "end", "way": {"rule": "Agreement of all partners", "clause": "1.5", "written": true, "signed": false, "forum": null, "note": null}, "held_on": "2022-12-16", "actions": [{"reference": "SEF-A3", "title": "Prepare the ending: Chairing arrangements", "partner": "LUHFT", "due_on": "2023-02-01", "state": "open"}], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": "Sam", "closed_at": "2022-12-16T09:30:00+00:00", "closed_by": "Sam", "timezone": "Europe/London", "by": "Sam", "for": null, "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','1671183000.000244',NULL,NULL);
INSERT INTO "outbox" VALUES(223,'review:3:report',1,'slack','T0PRACTICE','C0SEFTON',NULL,211,NULL,NULL,'review:3','review_report','{"reference": "SEF-R3", "title": "Chairing arrangements", "agreement": "Sefton Partnership", "agreement_title": "Collaboration agreement for the Sefton Partnership", "state": "closed", "private": false, "clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "looks_at": ["Who chairs the board and who is deputy"], "forum": "Sefton Partnership board", "nominal_on": "2023-02-02", "meets_on": "2023-02-02", "day_chosen": true, "begin_by_on": null, "complete_by_on": null, "trigger": null, "why": "It is asked for.", "deadline": null, "answers": [], "silent": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "unreached": ["Alder Hey", "Sefton CVS"], "asked": 5, "findings": [{"of": "Who chairs the board and who is deputy", "words": "Nobody knows who chairs."}], "outcome": "end", "way": {"rule": "Agreement of all partners", "clause": "1.5", "written": true, "signed": false, "forum": null, "note": null}, "held_on": "2022-12-16", "actions": [{"reference": "SEF-A3", "title": "Prepare the ending: Chairing arrangements", "partner": "LUHFT", "due_on": "2023-02-01", "state": "open"}], "opened_at": "2022-12-16T09:30:00+00:00", "opened_by": "Sam", "closed_at": "2022-12-16T09:30:00+00:00", "closed_by": "Sam", "timezone": "Europe/London", "by": "Sam", "for": null, "at": "2022-12-16T09:30:00+00:00", "behalf": false, "evidence": null, "dated_on": "2022-12-16"}','[]','sent','2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000',1,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','C0SEFTON','F00000743',NULL,'letter');
INSERT INTO "outbox" VALUES(224,'nudge:9:6:2022-12-20T09:00:00+00:00',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,NULL,'deadline:9','nudge','{"reference": "SEF-D1", "title": "Shared wards", "private": false, "deadline": {"due_on": "2023-01-06", "due_at": "2023-01-07T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "13", "provisional": false, "start": "2023-01-06T12:00:00+00:00", "start_on": "2023-01-06", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}, "proposal": null, "extension": null, "debts": [{"reference": "SEF-D1", "title": "Shared wards", "private": false, "row": 1, "partner": "LUHFT", "secretary": false, "owed": ["vote"], "deadline": {"due_on": "2023-01-06", "due_at": "2023-01-07T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "13", "provisional": false, "start": "2023-01-06T12:00:00+00:00", "start_on": "2023-01-06", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}}], "can_snooze": true}','[{"action": "decision_agree", "row": 1, "label": null}, {"action": "decision_object", "row": 1, "label": null}, {"action": "decision_abstain", "row": 1, "label": null}, {"action": "decision_show", "row": 1, "label": null}, {"action": "snooze_day", "row": 9, "label": null}, {"action": "snooze_monday", "row": 9, "label": null}, {"action": "snooze_before", "row": 9, "label": null}]','sent','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',1,'2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000','D0BEN','1671615000.000004',NULL,NULL);
INSERT INTO "outbox" VALUES(227,'edit:154:2',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,154,NULL,'edit:154','meeting','{"reference": "SEF-M1", "title": "Sefton Partnership board, Tue 10 Jan 2023", "agreement": "Sefton Partnership", "private": false, "state": "planned", "forum": "Sefton Partnership board", "clause": "8.2", "on": "2023-01-10", "nominal_on": "2023-01-10", "begins_at": null, "place": "", "public": null, "unrecorded": false, "called_at": null, "closing_words": null, "timezone": "Europe/London", "chair": {"said": true, "clause": "8.5", "follows": "Sefton Health and Wellbeing Board", "seat": null, "office": null, "independent": false, "acts_for": [], "name": "Ola", "until": "2023-06-30", "deputy_office": "GP lead clinician from Sefton", "deputy": null, "deputy_until": null}, "notice": null, "papers_asked": null, "papers": [], "agenda": [{"kind": "declarations", "reference": null, "row": 0, "title": "", "declared": []}, {"kind": "change", "reference": "SEF-T1.2", "row": 1, "title": "Gutter", "private": false, "from": "Done, but leaking", "to": "Done"}, {"kind": "added", "reference": null, "row": 1, "title": "Winter beds", "words": "", "by": "Sam", "for": null}], "attendance": {"member": [], "deputy": [], "apologies": [], "absent": [], "there": 0, "of": 0}, "quorums": [], "minutes_link": null, "minutes": null}','[{"action": "meeting_item", "row": 1, "label": null}, {"action": "declare_conflict", "row": 1, "label": null}, {"action": "meeting_show", "row": 1, "label": null}]','sent','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',1,'2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000','C0SEFTON','1671183000.000170',NULL,NULL);
INSERT INTO "outbox" VALUES(228,'digest:1:2022-12-21',NULL,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'digest:1','digest','{"name": "Sam", "day": "2022-12-21", "debts": [{"reference": "SEF-M3", "title": "Sefton Partnership board, Fri 16 Dec 2022", "private": false, "row": 3, "partner": "The secretary", "secretary": true, "owed": ["meeting-record"], "deadline": {"due_on": "2022-12-23", "due_at": "2022-12-24T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2022-12-23T12:00:00+00:00", "start_on": "2022-12-23", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 2, "clock": null}}, {"reference": "SEF-M2", "title": "Sefton Partnership board, Tue 20 Dec 2022", "private": false, "row": 2, "partner": "The secretary", "secretary": true, "owed": ["meeting-record"], "deadline": {"due_on": "2022-12-29", "due_at": "2022-12-30T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2022-12-29T12:00:00+00:00", "start_on": "2022-12-29", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 4, "clock": null}}]}','[{"action": "meeting_show", "row": 3, "label": "SEF-M3"}, {"action": "meeting_show", "row": 2, "label": "SEF-M2"}]','sent','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',1,'2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000','D0SAM','1671615000.000000',NULL,NULL);
INSERT INTO "outbox" VALUES(230,'digest:6:2022-12-21',NULL,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,NULL,'digest:6','digest','{"name": "Ben", "day": "2022-12-21", "debts": [{"reference": "SEF-R1", "title": "Six-monthly review", "private": false, "row": 1, "partner": "LUHFT", "secretary": false, "owed": ["review"], "deadline": {"due_on": "2023-01-03", "due_at": "2023-01-04T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "12", "provisional": false, "start": "2023-01-03T12:00:00+00:00", "start_on": "2023-01-03", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 6, "clock": null}}, {"reference": "SEF-D1", "title": "Shared wards", "private": false, "row": 1, "partner": "LUHFT", "secretary": false, "owed": ["vote"], "deadline": {"due_on": "2023-01-06", "due_at": "2023-01-07T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "13", "provisional": false, "start": "2023-01-06T12:00:00+00:00", "start_on": "2023-01-06", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}}, {"reference": "SEF-1", "title": "Beds", "private": false, "row": 1, "partner": "LUHFT", "secretary": false, "owed": ["answer"], "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 17, "clock": "Resolve an issue by discussion"}}, {"reference": "SEF-4", "title": "The rota", "private": true, "row": 4, "partner": "LUHFT", "secretary": false, "owed": ["answer"], "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 17, "clock": "Resolve an issue by discussion"}}, {"reference": "SEF-7", "title": "Night shifts", "private": false, "row": 7, "partner": "LUHFT", "secretary": false, "owed": ["way-forward", "extension-answer"], "deadline": {"due_on": "2023-01-18", "due_at": "2023-01-19T00:00:00+00:00", "first_day": "2022-12-19", "skipped": [{"date": "2022-12-17", "why": "Saturday"}, {"date": "2022-12-18", "why": "Sunday"}, {"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-16T09:30:00+00:00", "start_on": "2022-12-16", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 17, "clock": "Resolve an issue by discussion"}}, {"reference": "SEF-A1", "title": "Write it down", "private": false, "row": 1, "partner": "LUHFT", "secretary": false, "owed": ["action"], "deadline": {"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 27, "clock": null}}, {"reference": "SEF-A2", "title": "Prepare the variation: Chairing arrangements", "private": false, "row": 2, "partner": "LUHFT", "secretary": false, "owed": ["action"], "deadline": {"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 27, "clock": null}}, {"reference": "SEF-A3", "title": "Prepare the ending: Chairing arrangements", "private": false, "row": 3, "partner": "LUHFT", "secretary": false, "owed": ["action"], "deadline": {"due_on": "2023-02-01", "due_at": "2023-02-02T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-02-01T12:00:00+00:00", "start_on": "2023-02-01", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 27, "clock": null}}, {"reference": "SEF-2", "title": "More", "private": false, "row": 2, "partner": "LUHFT", "secretary": false, "owed": ["acknowledgement"], "deadline": null}, {"reference": "SEF-D2", "title": "Shared wards", "private": false, "row": 2, "partner": "LUHFT", "secretary": false, "owed": ["ratification"], "deadline": null}, {"reference": "SEF-C2", "title": "A cousin", "private": false, "row": 2, "partner": "LUHFT", "secretary": false, "owed": ["consent"], "deadline": null}, {"reference": "SEF-3", "title": "More", "private": false, "row": 3, "partner": "LUHFT", "secretary": false, "owed": ["acknowledgement"], "deadline": null}, {"reference": "SEF-5", "title": "More", "private": true, "row": 5, "partner": "LUHFT", "secretary": false, "owed": ["acknowledgement"], "deadline": null}, {"reference": "SEF-6", "title": "More", "private": true, "row": 6, "partner": "LUHFT", "secretary": false, "owed": ["acknowledgement"], "deadline": null}]}','[{"action": "review_show", "row": 1, "label": "SEF-R1"}, {"action": "decision_show", "row": 1, "label": "SEF-D1"}, {"action": "issue_show", "row": 1, "label": "SEF-1"}, {"action": "issue_show", "row": 4, "label": "SEF-4"}, {"action": "issue_show", "row": 7, "label": "SEF-7"}]','sent','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',1,'2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000','D0BEN','1671615000.000006',NULL,NULL);
INSERT INTO "outbox" VALUES(232,'digest:11:2022-12-21',NULL,'slack','T0PRACTICE','U0JOE',11,NULL,NULL,NULL,'digest:11','digest','{"name": "Joe", "day": "2022-12-21", "debts": [{"reference": "SEF-R1", "title": "Six-monthly review", "private": false, "row": 1, "partner": "Sefton Council", "secretary": false, "owed": ["review"], "deadline": {"due_on": "2023-01-03", "due_at": "2023-01-04T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "12", "provisional": false, "start": "2023-01-03T12:00:00+00:00", "start_on": "2023-01-03", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 6, "clock": null}}, {"reference": "SEF-C1", "title": "Shares", "private": false, "row": 1, "partner": "Sefton Council", "secretary": false, "owed": ["consent"], "deadline": null}, {"reference": "SEF-D2", "title": "Shared wards", "private": false, "row": 2, "partner": "Sefton Council", "secretary": false, "owed": ["ratification"], "deadline": null}]}','[{"action": "review_show", "row": 1, "label": "SEF-R1"}, {"action": "conflict_show", "row": 1, "label": "SEF-C1"}, {"action": "decision_show", "row": 2, "label": "SEF-D2"}]','sent','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',1,'2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000','D0JOE','1671615000.000003',NULL,NULL);
INSERT INTO "outbox" VALUES(233,'digest:13:2022-12-21',NULL,'slack','T0PRACTICE','U0URI',13,NULL,NULL,NULL,'digest:13','digest','{"name": "Uri", "day": "2022-12-21", "debts": [{"reference": "SEF-S1", "title": "The agreement", "private": false, "row": 1, "partner": "Sefton Council", "secretary": false, "owed": ["signature"], "deadline": {"due_on": "2023-01-31", "due_at": "2023-02-01T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": null, "provisional": false, "start": "2023-01-31T12:00:00+00:00", "start_on": "2023-01-31", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 26, "clock": null}}]}','[{"action": "signature_show", "row": 1, "label": "SEF-S1"}]','sent','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',1,'2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000','D0URI','1671615000.000005',NULL,NULL);
INSERT INTO "outbox" VALUES(234,'digest:agreement:1:2022-12-21',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'digest:agreement:1','digest_channel','{"agreement": "Sefton Partnership", "day": "2022-12-21", "rows": [{"reference": "SEF-R1", "title": "Six-monthly review", "state": "open", "private": false, "kind": "review", "clock": "due", "stands_for": "review.six-monthly.2023-01-01", "deadline": {"due_on": "2023-01-03", "due_at": "2023-01-04T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "12", "provisional": false, "start": "2023-01-03T12:00:00+00:00", "start_on": "2023-01-03", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 6, "clock": null}, "owing": ["Sefton Council", "Mersey Care", "LUHFT", "Alder Hey", "Sefton CVS"], "due_at": "2023-01-04T00:00:00+00:00"}, {"reference": "SEF-D1", "title": "Shared wards", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2023-01-06", "due_at": "2023-01-07T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "13", "provisional": false, "start": "2023-01-06T12:00:00+00:00", "start_on": "2023-01-06", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}, "owing": ["LUHFT", "Alder Hey", "Sefton CVS"], "due_at": "2023-01-07T00:00:00+00:00"}, {"reference": "SEF-D4", "title": "Shared wards", "state": "open", "private": false, "kind": "decision", "clock": "closing", "stands_for": null, "deadline": {"due_on": "2023-01-06", "due_at": "2023-01-07T00:00:00+00:00", "first_day": null, "skipped": [], "calendar": null, "calendar_version": null, "clause": "1.5", "provisional": false, "start": "2023-01-06T12:00:00+00:00", "start_on": "2023-01-06", "unit": "calendar-days", "number": 0, "direction": "after", "limit_calendar": null, "confirmed": true, "state": "open", "days_left": 9, "clock": null}, "owing": [], "due_at": "2023-01-07T00:00:00+00:00"}], "head": "bb8ef2d56a21f097bff37a87fc1c4f6c1f93a629c3be2cbff791b5b7da0360e0"}','[]','sent','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',1,'2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000','C0SEFTON','1671615000.000007',NULL,NULL);
INSERT INTO "outbox" VALUES(235,'issue:8',1,'slack','T0PRACTICE','C0SEFTON',NULL,NULL,NULL,NULL,'issue:8','issue','{"reference": "SEF-8", "title": "Lifts", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-21T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "They stand still.", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2022-12-22", "skipped": [{"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-21T09:30:00+00:00", "start_on": "2022-12-21", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 4, "missing": ["Sefton Council", "LUHFT", "Alder Hey", "Sefton CVS"], "unreachable": ["Alder Hey", "Sefton CVS"], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London"}','[{"action": "issue_acknowledge", "row": 8, "label": null}, {"action": "issue_propose", "row": 8, "label": null}, {"action": "issue_comment", "row": 8, "label": null}, {"action": "issue_show", "row": 8, "label": null}]','waiting','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(236,'notice:61',1,'slack','T0PRACTICE','U0JOE',11,NULL,NULL,61,'issue:8:notice','issue_notice','{"reference": "SEF-8", "title": "Lifts", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-21T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "They stand still.", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2022-12-22", "skipped": [{"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-21T09:30:00+00:00", "start_on": "2022-12-21", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 0, "missing": [], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Sefton Metropolitan Borough Council", "prompts": []}','[{"action": "issue_acknowledge", "row": 8, "label": null}, {"action": "issue_comment", "row": 8, "label": null}, {"action": "issue_show", "row": 8, "label": null}]','waiting','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(237,'notice:62',1,'slack','T0PRACTICE','U0BEN',6,NULL,NULL,62,'issue:8:notice','issue_notice','{"reference": "SEF-8", "title": "Lifts", "state": "open", "private": false, "agreement": "Sefton Partnership", "raised_for": "Mersey Care", "raised_as": null, "raised_by": "Ada", "raised_at": "2022-12-21T09:30:00+00:00", "on_behalf": false, "evidence": null, "particulars": "They stand still.", "outcome_sought": "", "concerns": "Any other matter in the agreement", "link": null, "affected": ["Mersey Care", "LUHFT"], "stage": "Discussion between the partners", "stage_clause": "5.2", "ladder": {"number": 1, "of": 3, "kind": "discussion", "forum": null, "settled_when": "all-affected-agree", "movers": ["affected-partner", "secretary"], "ways": ["A vote"], "before": [], "representations": [], "advice": [], "facilitator": null}, "marks": {"consultation": null, "third_party": false, "recused": []}, "next_stage": "A vote", "deadline": {"due_on": "2023-01-23", "due_at": "2023-01-24T00:00:00+00:00", "first_day": "2022-12-22", "skipped": [{"date": "2022-12-24", "why": "Saturday"}, {"date": "2022-12-25", "why": "Christmas Day"}, {"date": "2022-12-26", "why": "Boxing Day"}, {"date": "2022-12-27", "why": "Christmas Day, substitute day"}, {"date": "2022-12-31", "why": "Saturday"}, {"date": "2023-01-01", "why": "New Year''s Day"}, {"date": "2023-01-02", "why": "New Year''s Day, substitute day"}, {"date": "2023-01-07", "why": "Saturday"}, {"date": "2023-01-08", "why": "Sunday"}, {"date": "2023-01-14", "why": "Saturday"}, {"date": "2023-01-15", "why": "Sunday"}, {"date": "2023-01-21", "why": "Saturday"}, {"date": "2023-01-22", "why": "Sunday"}], "calendar": "england-and-wales", "calendar_version": "holidays 0.109, england-and-wales, published to 2024-12-31", "clause": "5.2", "provisional": false, "start": "2022-12-21T09:30:00+00:00", "start_on": "2022-12-21", "unit": "operational-days", "number": 20, "direction": "after", "limit_calendar": "operational-days", "confirmed": false, "state": "open", "days_left": 20, "clock": "Resolve an issue by discussion"}, "no_date": null, "outlives": null, "notified": {"told": 0, "of": 0, "missing": [], "unreachable": [], "last_at": null}, "acknowledged": [], "not_acknowledged": ["LUHFT"], "proposal": null, "extension": null, "owing": ["Mersey Care", "LUHFT"], "closed_at": null, "closing_words": null, "decided_by": null, "timezone": "Europe/London", "partner": "Liverpool University Hospitals NHS Foundation Trust", "prompts": []}','[{"action": "issue_acknowledge", "row": 8, "label": null}, {"action": "issue_comment", "row": 8, "label": null}, {"action": "issue_show", "row": 8, "label": null}]','waiting','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(238,'notice:63:undelivered:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'notice:63','notice_undelivered','{"reference": "SEF-8", "title": "Lifts", "partner": "Alder Hey Children''s Hospital NHS Foundation Trust", "fault": null, "state": "unreachable", "matter": "issue", "file": false}','[{"action": "issue_told", "row": 8, "label": null}, {"action": "issue_show", "row": 8, "label": null}]','waiting','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(239,'notice:64:undelivered:1',1,'slack','T0PRACTICE','U0SAM',1,NULL,NULL,NULL,'notice:64','notice_undelivered','{"reference": "SEF-8", "title": "Lifts", "partner": "Sefton Council for Voluntary Service", "fault": null, "state": "unreachable", "matter": "issue", "file": false}','[{"action": "issue_told", "row": 8, "label": null}, {"action": "issue_show", "row": 8, "label": null}]','waiting','2022-12-21 09:30:00.000000','2022-12-21 09:30:00.000000',0,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE people (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR(150) NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	timezone VARCHAR(60) NOT NULL, 
	digest_at TIME NOT NULL, 
	days_off JSON NOT NULL, 
	next_digest_at DATETIME
);
INSERT INTO "people" VALUES(1,'Sam','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(2,'Ada','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(3,'Eve','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(4,'Sid','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(5,'Rob','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(6,'Ben','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(7,'Dee','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(8,'Pia','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(9,'Meg','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(10,'Vic','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(11,'Joe','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(12,'Una','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(13,'Uri','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(14,'Uma','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(15,'Tom','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
INSERT INTO "people" VALUES(16,'Ola','','Europe/London','09:00:00.000000','[5, 6]',NULL);
INSERT INTO "people" VALUES(17,'Hal','','Europe/London','09:00:00.000000','[5, 6]','2022-12-22 09:00:00.000000');
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
INSERT INTO "proposals" VALUES(1,1,'resolution','We share the beds.',NULL,'mersey-care',2,'2022-12-16 09:30:00.000000','open');
INSERT INTO "proposals" VALUES(2,4,'resolution','We share the beds.',NULL,'mersey-care',2,'2022-12-16 09:30:00.000000','open');
INSERT INTO "proposals" VALUES(3,7,'extension','The board meets in February.','2023-02-28','mersey-care',2,'2022-12-16 09:30:00.000000','open');
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
INSERT INTO "ratifications" VALUES(1,2,'sefton-council',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ratifications" VALUES(2,2,'mersey-care',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ratifications" VALUES(3,2,'luhft',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ratifications" VALUES(4,2,'alder-hey',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ratifications" VALUES(5,2,'sefton-cvs',NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "register" VALUES(1,1,1,'2022-12-16 09:30:00.000000','terms-loaded',NULL,0,NULL,'tests',NULL,0,'{"sha256":"6c86caaa24802ce748a069ead506c21dcc55a0007237d4a634d32c82463571d6","title":"Collaboration agreement for the Sefton Partnership","version":1}','{}','0000000000000000000000000000000000000000000000000000000000000000','661e53f5b6a8737703211f78bfc6d48937f4065f779c2af4984338903121e341');
INSERT INTO "register" VALUES(2,1,2,'2022-12-16 09:30:00.000000','milestone-added','SEF-MS1',0,NULL,'tests',NULL,0,'{"clause":"1.2.4","condition":"Implemented once the partners have agreed it","due_on":null,"kind":"document","owner":null,"past":false,"precision":null,"title":"Place plan for 2022/23","version":1}','{}','661e53f5b6a8737703211f78bfc6d48937f4065f779c2af4984338903121e341','209d54a461e3a04677d3d2a0a2f6329b043a6c42cadfe90c92d9e92a9c25f80e');
INSERT INTO "register" VALUES(3,1,3,'2022-12-16 09:30:00.000000','milestone-added','SEF-MS2',0,NULL,'tests',NULL,0,'{"clause":"8.2","condition":null,"due_on":"2023-03-31","kind":"document","owner":"partnership-board","past":false,"precision":"financial-year","title":"End of the year without substantive delegation to place","version":1}','{}','209d54a461e3a04677d3d2a0a2f6329b043a6c42cadfe90c92d9e92a9c25f80e','c220656eb3e30e65c8a6c0924659798805705d4be2a13db4742544fc3f7efe21');
INSERT INTO "register" VALUES(4,1,4,'2022-12-16 09:30:00.000000','roster-changed',NULL,0,NULL,'tests',NULL,0,'{"accounts":15,"added":[{"capacity":"secretary","line":2,"name":"Sam","user":"U0SAM","workspace":"T0PRACTICE"},{"capacity":"lead","line":3,"name":"Ada","partner":"mersey-care","user":"U0ADA","workspace":"T0PRACTICE"},{"capacity":"deputy","line":4,"name":"Eve","partner":"mersey-care","user":"U0EVE","workspace":"T0PRACTICE"},{"capacity":"signatory","line":5,"name":"Sid","partner":"mersey-care","user":"U0SID","workspace":"T0PRACTICE"},{"capacity":"member","line":6,"name":"Rob","partner":"mersey-care","user":"U0ROB","workspace":"T0PRACTICE"},{"capacity":"lead","line":7,"name":"Ben","partner":"luhft","user":"U0BEN","workspace":"T0PRACTICE"},{"capacity":"deputy","line":8,"name":"Dee","partner":"luhft","user":"U0DEE","workspace":"T0PRACTICE"},{"capacity":"signatory","line":9,"name":"Pia","partner":"luhft","user":"U0PIA","workspace":"T0PRACTICE"},{"capacity":"member","line":10,"name":"Meg","partner":"luhft","user":"U0MEG","workspace":"T0PRACTICE"},{"capacity":"lead","line":11,"name":"Vic","partner":"luhft","user":"U0VIC","workspace":"T0ELSEWHERE"},{"capacity":"lead","line":12,"name":"Joe","partner":"sefton-council","user":"U0JOE","workspace":"T0PRACTICE"},{"capacity":"deputy","line":13,"name":"Una","partner":"sefton-council","user":"U0UNA","workspace":"T0PRACTICE"},{"capacity":"signatory","line":14,"name":"Uri","partner":"sefton-council","user":"U0URI","workspace":"T0PRACTICE"},{"capacity":"member","line":15,"name":"Uma","partner":"sefton-council","user":"U0UMA","workspace":"T0PRACTICE"},{"capacity":"lead","ends_on":"2022-06-30","line":16,"name":"Tom","partner":"luhft","starts_on":"2022-01-01","user":"U0TOM","workspace":"T0PRACTICE"},{"capacity":"lead","line":17,"name":"Ola","partner":"sefton-cvs"}],"capacities":16,"lines":16,"people":16,"seats":0}','{}','c220656eb3e30e65c8a6c0924659798805705d4be2a13db4742544fc3f7efe21','83ae2e6951b72223a7d2bcb76d84a8f475b9082040fedfdca577550636c822f8');
INSERT INTO "register" VALUES(5,2,1,'2022-12-16 09:30:00.000000','terms-loaded',NULL,0,NULL,'tests',NULL,0,'{"sha256":"978aaa52d2e4f8737d434b941eb5ff39e2b4a5f72028fe2922deb2fbdf429574","title":"Memorandum of understanding for the One Halton Integrated Care Partnership","version":1}','{}','0000000000000000000000000000000000000000000000000000000000000000','984979f394a97b6a1cec1d66e3ac7db08d48c952cb9b590530582d5c52fd643c');
INSERT INTO "register" VALUES(6,2,2,'2022-12-16 09:30:00.000000','milestone-added','HAL-MS1',0,NULL,'tests',NULL,0,'{"clause":"Briefing 2.9","condition":null,"due_on":"2021-05-31","kind":"document","owner":null,"past":true,"precision":"month","title":"Leadership development programme begun","version":1}','{}','984979f394a97b6a1cec1d66e3ac7db08d48c952cb9b590530582d5c52fd643c','28ea06582ca60012f60aee998e6772271464fe307836ea3a3bb7a1c7a9c44b90');
INSERT INTO "register" VALUES(7,2,3,'2022-12-16 09:30:00.000000','milestone-added','HAL-MS2',0,NULL,'tests',NULL,0,'{"clause":"Briefing 2.10","condition":"The workshop has been held","due_on":null,"kind":"document","owner":null,"past":false,"precision":null,"title":"What is learnt at the five leadership workshops collated","version":1}','{}','28ea06582ca60012f60aee998e6772271464fe307836ea3a3bb7a1c7a9c44b90','5b9cead3ce06905da9049638b9e1507b7b4c13639d0e6dd70b1db87ffb633706');
INSERT INTO "register" VALUES(8,2,4,'2022-12-16 09:30:00.000000','milestone-added','HAL-MS3',0,NULL,'tests',NULL,0,'{"clause":"Briefing 3.13","condition":null,"due_on":"2021-06-30","kind":"document","owner":null,"past":true,"precision":"month","title":"MoU with the ICS signed by all partners","version":1}','{}','5b9cead3ce06905da9049638b9e1507b7b4c13639d0e6dd70b1db87ffb633706','ac9444f271ad1db037fe6532e45cd602f30337863dba50da112c38556e815ba9');
INSERT INTO "register" VALUES(9,2,5,'2022-12-16 09:30:00.000000','milestone-added','HAL-MS4',0,NULL,'tests',NULL,0,'{"clause":"Briefing 3.5","condition":null,"due_on":"2021-06-30","kind":"document","owner":null,"past":true,"precision":"month","title":"Twelve programmes signed off by the C&M Transformation Board","version":1}','{}','ac9444f271ad1db037fe6532e45cd602f30337863dba50da112c38556e815ba9','2c9d5973d1014b2c9b7b8ce000d7f6b932a968bff5957c4dc68852e809706c3d');
INSERT INTO "register" VALUES(10,2,6,'2022-12-16 09:30:00.000000','milestone-added','HAL-MS5',0,NULL,'tests',NULL,0,'{"clause":"Briefing 3.10","condition":null,"due_on":"2021-07-31","kind":"document","owner":"cm-partnership-board","past":true,"precision":"month","title":"Commissioning functions review approved by the C&M HCP Board","version":1}','{}','2c9d5973d1014b2c9b7b8ce000d7f6b932a968bff5957c4dc68852e809706c3d','88514e91a06980fdacb3a619f68180ed5d2d2da9c14b2549a616f212c782d8ea');
INSERT INTO "register" VALUES(11,2,7,'2022-12-16 09:30:00.000000','milestone-added','HAL-MS6',0,NULL,'tests',NULL,0,'{"clause":"Briefing 3.11","condition":null,"due_on":"2021-09-30","kind":"document","owner":"icp-board","past":true,"precision":"month","title":"MoU between Place and the ICS","version":1}','{}','88514e91a06980fdacb3a619f68180ed5d2d2da9c14b2549a616f212c782d8ea','422fcc1da45518860fcf7805322de7b3d0be066b3374f7e1e31ce42de14006b5');
INSERT INTO "register" VALUES(12,2,8,'2022-12-16 09:30:00.000000','milestone-added','HAL-MS7',0,NULL,'tests',NULL,0,'{"clause":"Briefing 3.10","condition":null,"due_on":"2022-03-31","kind":"document","owner":null,"past":true,"precision":"month","title":"New commissioning operating models","version":1}','{}','422fcc1da45518860fcf7805322de7b3d0be066b3374f7e1e31ce42de14006b5','ebba1c80cf2a2e9ff412b686bcc89668c85b1c5ce6500ec36b256d89519f57ef');
INSERT INTO "register" VALUES(13,2,9,'2022-12-16 09:30:00.000000','milestone-added','HAL-MS8',0,NULL,'tests',NULL,0,'{"clause":"Briefing 3.12","condition":"The ICS is satisfied with the ICP framework","due_on":null,"kind":"document","owner":null,"past":false,"precision":null,"title":"Delegation of functions to place","version":1}','{}','ebba1c80cf2a2e9ff412b686bcc89668c85b1c5ce6500ec36b256d89519f57ef','58fab9dbc22b8781d9d3ecbe6d3dbb02b2683e445dc658cf0e2b88e63be3971d');
INSERT INTO "register" VALUES(14,2,10,'2022-12-16 09:30:00.000000','milestone-added','HAL-MS9',0,NULL,'tests',NULL,0,'{"clause":"Briefing 4.3","condition":"The ICP Board reviews the guidance published on 16 June 2021","due_on":null,"kind":"document","owner":"icp-board","past":false,"precision":null,"title":"Design framework of ICSs reviewed and acted upon","version":1}','{}','58fab9dbc22b8781d9d3ecbe6d3dbb02b2683e445dc658cf0e2b88e63be3971d','7dccbc490bcdc8bbdf1212fab54ffcbcd63d1cf9d4b3a89ee0f89d8cbf3eb018');
INSERT INTO "register" VALUES(15,2,11,'2022-12-16 09:30:00.000000','milestone-added','HAL-MS10',0,NULL,'tests',NULL,0,'{"clause":"Briefing 3.15","condition":"Signed and returned by each organisation","due_on":null,"kind":"document","owner":null,"past":false,"precision":null,"title":"Share2Care Tier 2 data sharing agreement signed by each organisation","version":1}','{}','7dccbc490bcdc8bbdf1212fab54ffcbcd63d1cf9d4b3a89ee0f89d8cbf3eb018','3cf9d6d84e4102a2b2331853b1f8e63aaad5a273218e96350c4b6ad9b8551637');
INSERT INTO "register" VALUES(16,2,12,'2022-12-16 09:30:00.000000','roster-changed',NULL,0,NULL,'tests',NULL,0,'{"accounts":1,"added":[{"capacity":"lead","line":2,"name":"Hal","partner":"halton-council","user":"U0HAL","workspace":"T0PRACTICE"},{"capacity":"secretary","line":3,"name":"Sam","user":"U0SAM","workspace":"T0PRACTICE"}],"capacities":2,"lines":2,"people":1,"seats":0}','{}','3cf9d6d84e4102a2b2331853b1f8e63aaad5a273218e96350c4b6ad9b8551637','024db08f34580f20863c8e56cd039cc492b22b5d26a829d4a99a026a5b7b7e07');
INSERT INTO "register" VALUES(17,1,5,'2022-12-16 09:30:00.000000','review-opened','SEF-R1',0,NULL,'Accord',NULL,0,'{"meets_on":"2023-01-03","nominal_on":"2023-01-01","review":"Six-monthly review","trigger":null}','{}','83ae2e6951b72223a7d2bcb76d84a8f475b9082040fedfdca577550636c822f8','96bcbfaf4b6b94035bb28ae6dcfee48e3ddfae6e81b4c395c82f18c3441a6173');
INSERT INTO "register" VALUES(18,1,6,'2022-12-16 09:30:00.000000','notice-delivered','SEF-R1',0,NULL,'Accord','mersey-care',0,'{"kind":"asked","proof":"slack:D0ADA:1671183000.000000"}','{}','96bcbfaf4b6b94035bb28ae6dcfee48e3ddfae6e81b4c395c82f18c3441a6173','5cef7fdad2a8acf9fe562e51f1efb3167078ef888c751a2727f873ee8a5a86e7');
INSERT INTO "register" VALUES(19,1,7,'2022-12-16 09:30:00.000000','notice-delivered','SEF-R1',0,NULL,'Accord','sefton-council',0,'{"kind":"asked","proof":"slack:D0JOE:1671183000.000003"}','{}','5cef7fdad2a8acf9fe562e51f1efb3167078ef888c751a2727f873ee8a5a86e7','c79c8338689edc3315874af265f77aa9b0ac5b967b37443239c025c5c859d804');
INSERT INTO "register" VALUES(20,1,8,'2022-12-16 09:30:00.000000','notice-delivered','SEF-R1',0,NULL,'Accord','luhft',0,'{"kind":"asked","proof":"slack:D0BEN:1671183000.000002"}','{}','c79c8338689edc3315874af265f77aa9b0ac5b967b37443239c025c5c859d804','624d88e82a78ff66886ffc3454aa517741d3c712818c51ab093aaa29f9e98cfb');
INSERT INTO "register" VALUES(21,1,9,'2022-12-16 09:30:00.000000','account-claimed',NULL,0,NULL,'Ola',NULL,0,'{"platform":"slack","user":"U0CAL","workspace":"T0PRACTICE"}','{"kind":"form","team":"T0PRACTICE","view":"V00000009"}','624d88e82a78ff66886ffc3454aa517741d3c712818c51ab093aaa29f9e98cfb','d2015164a862de75d6a16f880d56a5b4bea861c36a3d544c2d03f92b6c19ba91');
INSERT INTO "register" VALUES(22,1,10,'2022-12-16 09:30:00.000000','issue-raised','SEF-1',0,2,'Ada','mersey-care',0,'{"affected":["luhft","sefton-cvs"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"What happened: Beds","raised_as":null,"terms_id":1,"title":"Beds"}','{"kind":"form","team":"T0PRACTICE","view":"V00000017"}','d2015164a862de75d6a16f880d56a5b4bea861c36a3d544c2d03f92b6c19ba91','63ce7feeae6349f42dc81b7dfbb121e48d852a3008dffa6268f959d34e19fa23');
INSERT INTO "register" VALUES(23,1,11,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-1',0,2,'Ada','mersey-care',0,'{"partner":"alder-hey"}','{"kind":"form","team":"T0PRACTICE","view":"V00000017"}','63ce7feeae6349f42dc81b7dfbb121e48d852a3008dffa6268f959d34e19fa23','4b339d3c5cd8bdc1c3c897560b96d90bf9df4cdbf613c5aa9455ecc0d5c7ebda');
INSERT INTO "register" VALUES(24,1,12,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-1',0,2,'Ada','mersey-care',0,'{"partner":"sefton-cvs"}','{"kind":"form","team":"T0PRACTICE","view":"V00000017"}','4b339d3c5cd8bdc1c3c897560b96d90bf9df4cdbf613c5aa9455ecc0d5c7ebda','a81a19d825135631fc97cbc7151d4b88569d4434b7831f0b429df11221dd33d8');
INSERT INTO "register" VALUES(25,1,13,'2022-12-16 09:30:00.000000','notice-delivered','SEF-1',0,NULL,'Accord','luhft',0,'{"kind":"raised","proof":"slack:D0BEN:1671183000.000011"}','{}','a81a19d825135631fc97cbc7151d4b88569d4434b7831f0b429df11221dd33d8','6e23d0f8b22aa97c22c1cc39953e389fd51e45ea96e9970f3414b7bc05bfd528');
INSERT INTO "register" VALUES(26,1,14,'2022-12-16 09:30:00.000000','notice-delivered','SEF-1',0,NULL,'Accord','sefton-council',0,'{"kind":"raised","proof":"slack:D0JOE:1671183000.000013"}','{}','6e23d0f8b22aa97c22c1cc39953e389fd51e45ea96e9970f3414b7bc05bfd528','f0baa30e63d6d55113c3bd253392cf5c7f20e946b613903e24b63c26c529c541');
INSERT INTO "register" VALUES(27,1,15,'2022-12-16 09:30:00.000000','resolution-proposed','SEF-1',0,2,'Ada','mersey-care',0,'{"proposal":1,"words":"We share the beds."}','{"kind":"form","team":"T0PRACTICE","view":"V00000032"}','f0baa30e63d6d55113c3bd253392cf5c7f20e946b613903e24b63c26c529c541','9ac4d7168507a1e3e0b0d24fd3a76d1af0315226f32e3cfff3ad1e7a1a58f534');
INSERT INTO "register" VALUES(28,1,16,'2022-12-16 09:30:00.000000','issue-raised','SEF-2',0,2,'Ada','mersey-care',0,'{"affected":["luhft","sefton-cvs"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"What happened: More","raised_as":null,"terms_id":1,"title":"More"}','{"kind":"form","team":"T0PRACTICE","view":"V00000042"}','9ac4d7168507a1e3e0b0d24fd3a76d1af0315226f32e3cfff3ad1e7a1a58f534','91a5c9c91dd278d25969bb542212c3f2a4bfb8e6c8922793c0dba538f319fdbf');
INSERT INTO "register" VALUES(29,1,17,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-2',0,2,'Ada','mersey-care',0,'{"partner":"alder-hey"}','{"kind":"form","team":"T0PRACTICE","view":"V00000042"}','91a5c9c91dd278d25969bb542212c3f2a4bfb8e6c8922793c0dba538f319fdbf','dde69b2f9b5ec7f90e81595c687a84f22696e0596956c656487bd5a6b87d5975');
INSERT INTO "register" VALUES(30,1,18,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-2',0,2,'Ada','mersey-care',0,'{"partner":"sefton-cvs"}','{"kind":"form","team":"T0PRACTICE","view":"V00000042"}','dde69b2f9b5ec7f90e81595c687a84f22696e0596956c656487bd5a6b87d5975','cf617651b75db8a3e5829d94fdf8a8a699b394f9951aff407baa46712f7b6cf6');
INSERT INTO "register" VALUES(31,1,19,'2022-12-16 09:30:00.000000','notice-delivered','SEF-2',0,NULL,'Accord','sefton-council',0,'{"kind":"raised","proof":"slack:D0JOE:1671183000.000024"}','{}','cf617651b75db8a3e5829d94fdf8a8a699b394f9951aff407baa46712f7b6cf6','713619da7330dbb428de275066e4bd008763387946652d6abc2c3de15d5e98dc');
INSERT INTO "register" VALUES(32,1,20,'2022-12-16 09:30:00.000000','notice-delivered','SEF-2',0,NULL,'Accord','luhft',0,'{"kind":"raised","proof":"slack:D0BEN:1671183000.000023"}','{}','713619da7330dbb428de275066e4bd008763387946652d6abc2c3de15d5e98dc','378a92c1369cd34673f9ca9335eea23a56aac62af3abc8fed8209f6ef61bc7f0');
INSERT INTO "register" VALUES(33,1,21,'2022-12-16 09:30:00.000000','issue-moved','SEF-2',0,2,'Ada','mersey-care',0,'{"from":"discussion","skipped":[],"to":"vote","words":"We tried."}','{"kind":"form","team":"T0PRACTICE","view":"V00000057"}','378a92c1369cd34673f9ca9335eea23a56aac62af3abc8fed8209f6ef61bc7f0','081133c4d32cf2d31c82647093404f8a7a47be7e33da6ae178febc5c9cf2d337');
INSERT INTO "register" VALUES(34,1,22,'2022-12-16 09:30:00.000000','issue-raised','SEF-3',0,2,'Ada','mersey-care',0,'{"affected":["luhft","sefton-cvs"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"What happened: More","raised_as":null,"terms_id":1,"title":"More"}','{"kind":"form","team":"T0PRACTICE","view":"V00000069"}','081133c4d32cf2d31c82647093404f8a7a47be7e33da6ae178febc5c9cf2d337','3492605d935a86fbec6db658ac80f7160fbddf68454917e7653a6ddac615137e');
INSERT INTO "register" VALUES(35,1,23,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-3',0,2,'Ada','mersey-care',0,'{"partner":"alder-hey"}','{"kind":"form","team":"T0PRACTICE","view":"V00000069"}','3492605d935a86fbec6db658ac80f7160fbddf68454917e7653a6ddac615137e','7a2a878e6314451857e85f5c1c63d31b71d0f81e2d9ce31873578207b183c048');
INSERT INTO "register" VALUES(36,1,24,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-3',0,2,'Ada','mersey-care',0,'{"partner":"sefton-cvs"}','{"kind":"form","team":"T0PRACTICE","view":"V00000069"}','7a2a878e6314451857e85f5c1c63d31b71d0f81e2d9ce31873578207b183c048','0bd7daa3bc699c72ce0117ca501baebd47fe5dfbff5c3c2604ca1c6ec57d1afe');
INSERT INTO "register" VALUES(37,1,25,'2022-12-16 09:30:00.000000','notice-delivered','SEF-3',0,NULL,'Accord','sefton-council',0,'{"kind":"raised","proof":"slack:D0JOE:1671183000.000034"}','{}','0bd7daa3bc699c72ce0117ca501baebd47fe5dfbff5c3c2604ca1c6ec57d1afe','61ff06c488f82df5c3ebdd9da15ce58929591df8a073e78abc67103a59f6cfe8');
INSERT INTO "register" VALUES(38,1,26,'2022-12-16 09:30:00.000000','notice-delivered','SEF-3',0,NULL,'Accord','luhft',0,'{"kind":"raised","proof":"slack:D0BEN:1671183000.000035"}','{}','61ff06c488f82df5c3ebdd9da15ce58929591df8a073e78abc67103a59f6cfe8','3f9b7049447725367dc9bccdceda56652c2dfd0416474cbc86f9b3233ad97339');
INSERT INTO "register" VALUES(39,1,27,'2022-12-16 09:30:00.000000','issue-moved','SEF-3',0,2,'Ada','mersey-care',0,'{"from":"discussion","skipped":[],"to":"vote","words":"We tried."}','{"kind":"form","team":"T0PRACTICE","view":"V00000084"}','3f9b7049447725367dc9bccdceda56652c2dfd0416474cbc86f9b3233ad97339','3579c91e1dbd5f0e853e9a6fbf5c9e5c4ad41ee6fc7c8524476866f61fd1f720');
INSERT INTO "register" VALUES(40,1,28,'2022-12-16 09:30:00.000000','issue-moved','SEF-3',0,2,'Ada','mersey-care',0,'{"from":"vote","skipped":[],"to":"facilitation","words":"We tried."}','{"kind":"form","team":"T0PRACTICE","view":"V00000098"}','3579c91e1dbd5f0e853e9a6fbf5c9e5c4ad41ee6fc7c8524476866f61fd1f720','3febea4781bc3db9db4f1dd333770a7650902bb5915bd6e1360bd9e5ba5043d5');
INSERT INTO "register" VALUES(41,1,29,'2022-12-16 09:30:00.000000','issue-raised','SEF-4',1,2,'Ada','mersey-care',0,'{"affected":["luhft","sefton-cvs"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"What happened: The rota","raised_as":null,"terms_id":1,"title":"The rota"}','{"kind":"form","team":"T0PRACTICE","view":"V00000110"}','3febea4781bc3db9db4f1dd333770a7650902bb5915bd6e1360bd9e5ba5043d5','527148018994632cec1cf0e08948e94ef4c25879758259297db1015f91cc1edd');
INSERT INTO "register" VALUES(42,1,30,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-4',1,2,'Ada','mersey-care',0,'{"partner":"sefton-cvs"}','{"kind":"form","team":"T0PRACTICE","view":"V00000110"}','527148018994632cec1cf0e08948e94ef4c25879758259297db1015f91cc1edd','ac57dfb5c9cf6d1ac2f8b98123a20b19a3137af149c6c7200d6d914433becd00');
INSERT INTO "register" VALUES(43,1,31,'2022-12-16 09:30:00.000000','notice-delivered','SEF-4',1,NULL,'Accord','luhft',0,'{"kind":"raised","proof":"slack:D0BEN:1671183000.000051"}','{}','ac57dfb5c9cf6d1ac2f8b98123a20b19a3137af149c6c7200d6d914433becd00','e3d5adef4e8a16b9faaaebf28062be3895ffc138d2ff410d0bd345e721e3fee8');
INSERT INTO "register" VALUES(44,1,32,'2022-12-16 09:30:00.000000','resolution-proposed','SEF-4',1,2,'Ada','mersey-care',0,'{"proposal":2,"words":"We share the beds."}','{"kind":"form","team":"T0PRACTICE","view":"V00000121"}','e3d5adef4e8a16b9faaaebf28062be3895ffc138d2ff410d0bd345e721e3fee8','a84a3e290fd17d95396e534a63d4daed30df710c4be0af6486af30027f2eb5a1');
INSERT INTO "register" VALUES(45,1,33,'2022-12-16 09:30:00.000000','issue-raised','SEF-5',1,2,'Ada','mersey-care',0,'{"affected":["luhft","sefton-cvs"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"What happened: More","raised_as":null,"terms_id":1,"title":"More"}','{"kind":"form","team":"T0PRACTICE","view":"V00000129"}','a84a3e290fd17d95396e534a63d4daed30df710c4be0af6486af30027f2eb5a1','06cc20406d0a3022bc191df87aae22209975538ce5f55d0ca609117f79dee060');
INSERT INTO "register" VALUES(46,1,34,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-5',1,2,'Ada','mersey-care',0,'{"partner":"sefton-cvs"}','{"kind":"form","team":"T0PRACTICE","view":"V00000129"}','06cc20406d0a3022bc191df87aae22209975538ce5f55d0ca609117f79dee060','cb58740b64766202c4219ff2f46fa61a3ce4304bbd939cc24ba7629a71dc9afc');
INSERT INTO "register" VALUES(47,1,35,'2022-12-16 09:30:00.000000','notice-delivered','SEF-5',1,NULL,'Accord','luhft',0,'{"kind":"raised","proof":"slack:D0BEN:1671183000.000057"}','{}','cb58740b64766202c4219ff2f46fa61a3ce4304bbd939cc24ba7629a71dc9afc','42d63b96306de387beb819ad071f1b723919a1ca2772bcc4e1f4df60475f18d2');
INSERT INTO "register" VALUES(48,1,36,'2022-12-16 09:30:00.000000','issue-moved','SEF-5',1,2,'Ada','mersey-care',0,'{"from":"discussion","skipped":[],"to":"vote","words":"We tried."}','{"kind":"form","team":"T0PRACTICE","view":"V00000140"}','42d63b96306de387beb819ad071f1b723919a1ca2772bcc4e1f4df60475f18d2','3ea8c909a8821a150d8fcffee92d2cd31d481e65bee4992793094cef2f9df59d');
INSERT INTO "register" VALUES(49,1,37,'2022-12-16 09:30:00.000000','issue-raised','SEF-6',1,2,'Ada','mersey-care',0,'{"affected":["luhft","sefton-cvs"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"What happened: More","raised_as":null,"terms_id":1,"title":"More"}','{"kind":"form","team":"T0PRACTICE","view":"V00000150"}','3ea8c909a8821a150d8fcffee92d2cd31d481e65bee4992793094cef2f9df59d','35c4ccef80fdfa49e6c1aa37ba7efecd04f4df8f70eeb77ff2f2856cf7ff5dfd');
INSERT INTO "register" VALUES(50,1,38,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-6',1,2,'Ada','mersey-care',0,'{"partner":"sefton-cvs"}','{"kind":"form","team":"T0PRACTICE","view":"V00000150"}','35c4ccef80fdfa49e6c1aa37ba7efecd04f4df8f70eeb77ff2f2856cf7ff5dfd','65992b176185e194342eb67811a6432e23766f0bf28be0d4494cdc837eb76bbf');
INSERT INTO "register" VALUES(51,1,39,'2022-12-16 09:30:00.000000','notice-delivered','SEF-6',1,NULL,'Accord','luhft',0,'{"kind":"raised","proof":"slack:D0BEN:1671183000.000065"}','{}','65992b176185e194342eb67811a6432e23766f0bf28be0d4494cdc837eb76bbf','db889708f277cc9b662b0a0db7e8ea56f66bd05823b1be1923b9532de3d35378');
INSERT INTO "register" VALUES(52,1,40,'2022-12-16 09:30:00.000000','issue-moved','SEF-6',1,2,'Ada','mersey-care',0,'{"from":"discussion","skipped":[],"to":"vote","words":"We tried."}','{"kind":"form","team":"T0PRACTICE","view":"V00000161"}','db889708f277cc9b662b0a0db7e8ea56f66bd05823b1be1923b9532de3d35378','c4fdcf374b632ef2d5977b7ff11bafecaed1cfcc9f6037a205598711d1aa45da');
INSERT INTO "register" VALUES(53,1,41,'2022-12-16 09:30:00.000000','issue-moved','SEF-6',1,2,'Ada','mersey-care',0,'{"from":"vote","skipped":[],"to":"facilitation","words":"We tried."}','{"kind":"form","team":"T0PRACTICE","view":"V00000173"}','c4fdcf374b632ef2d5977b7ff11bafecaed1cfcc9f6037a205598711d1aa45da','6abae9003b5a64dd06936df76d22d7478886bc42cc0364c90fd89acde371c9aa');
INSERT INTO "register" VALUES(54,1,42,'2022-12-16 09:30:00.000000','decision-proposed','SEF-D1',0,2,'Ada','mersey-care',0,'{"affected":[],"closes_on":"2023-01-06","concerned":[],"conflicted":[],"element":null,"files":[],"level":null,"papers":"","reasons":"Cheaper.","recused":[],"rule":"variation","terms_id":1,"title":"Shared wards","topic":null,"wording":"One ward."}','{"kind":"form","team":"T0PRACTICE","view":"V00000183"}','6abae9003b5a64dd06936df76d22d7478886bc42cc0364c90fd89acde371c9aa','c3e435c96e861b67ea08d9e992c267d05510e963829067fdf127222b320f3c46');
INSERT INTO "register" VALUES(55,1,43,'2022-12-16 09:30:00.000000','vote-opened','SEF-D1',0,2,'Ada','mersey-care',0,'{"excluded":[],"voters":["Sefton Council","Mersey Care","LUHFT","Alder Hey","Sefton CVS"]}','{"channel":"C0SEFTON","kind":"press","message":"1671183000.000077","team":"T0PRACTICE"}','c3e435c96e861b67ea08d9e992c267d05510e963829067fdf127222b320f3c46','d1d9134144edbcde52fce063390ebbdf477ce555a880b71daf57bf559897ea18');
INSERT INTO "register" VALUES(56,1,44,'2022-12-16 09:30:00.000000','decision-proposed','SEF-D2',0,2,'Ada','mersey-care',0,'{"affected":[],"closes_on":"2023-01-06","concerned":[],"conflicted":[],"element":null,"files":[],"level":null,"papers":"","reasons":"Cheaper.","recused":[],"rule":"governance","terms_id":1,"title":"Shared wards","topic":"governance","wording":"One ward."}','{"kind":"form","team":"T0PRACTICE","view":"V00000200"}','d1d9134144edbcde52fce063390ebbdf477ce555a880b71daf57bf559897ea18','15223cc39f694eba5c4b94a28f81d268f8bc029239334587fcce25d8838488aa');
INSERT INTO "register" VALUES(57,1,45,'2022-12-16 09:30:00.000000','vote-opened','SEF-D2',0,2,'Ada','mersey-care',0,'{"excluded":[],"voters":["Sefton Council","Mersey Care","LUHFT","Alder Hey","Sefton CVS"]}','{"channel":"C0SEFTON","kind":"press","message":"1671183000.000083","team":"T0PRACTICE"}','15223cc39f694eba5c4b94a28f81d268f8bc029239334587fcce25d8838488aa','0cb66a6a2595b838a4f04f75589cbe09e04e2af2f79cdae587ad2ed478a731c5');
INSERT INTO "register" VALUES(58,1,46,'2022-12-16 09:30:00.000000','vote-cast','SEF-D2',0,1,'Sam','sefton-council',1,'{"evidence":"By telephone","version":1,"vote":"for","voter":"sefton-council","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000219"}','0cb66a6a2595b838a4f04f75589cbe09e04e2af2f79cdae587ad2ed478a731c5','b60ea362728438c57bbd77cab954c11332844cf47fe697bcbdf8cce335fc179b');
INSERT INTO "register" VALUES(59,1,47,'2022-12-16 09:30:00.000000','vote-cast','SEF-D2',0,1,'Sam','mersey-care',1,'{"evidence":"By telephone","version":1,"vote":"for","voter":"mersey-care","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000230"}','b60ea362728438c57bbd77cab954c11332844cf47fe697bcbdf8cce335fc179b','d18719f25252ccd074b3ad63b536e19e4e3a6ee01e553903581da4d284f9f3dc');
INSERT INTO "register" VALUES(60,1,48,'2022-12-16 09:30:00.000000','vote-cast','SEF-D2',0,1,'Sam','luhft',1,'{"evidence":"By telephone","version":1,"vote":"for","voter":"luhft","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000242"}','d18719f25252ccd074b3ad63b536e19e4e3a6ee01e553903581da4d284f9f3dc','0b0a4f48dd225c86c3f0f16babe1ca7e19eea1c43190f4d35a8c1e627d038074');
INSERT INTO "register" VALUES(61,1,49,'2022-12-16 09:30:00.000000','vote-cast','SEF-D2',0,1,'Sam','alder-hey',1,'{"evidence":"By telephone","version":1,"vote":"for","voter":"alder-hey","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000255"}','0b0a4f48dd225c86c3f0f16babe1ca7e19eea1c43190f4d35a8c1e627d038074','1d2818f68732a1638d366aff990456a5b76ccf04d7ad5bdf2b16d5fd169e3c16');
INSERT INTO "register" VALUES(62,1,50,'2022-12-16 09:30:00.000000','vote-cast','SEF-D2',0,1,'Sam','sefton-cvs',1,'{"evidence":"By telephone","version":1,"vote":"for","voter":"sefton-cvs","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000268"}','1d2818f68732a1638d366aff990456a5b76ccf04d7ad5bdf2b16d5fd169e3c16','b425488972fc4a06c77165e883741202480ef5c1abbcfedebb5feda19781cf55');
INSERT INTO "register" VALUES(63,1,51,'2022-12-16 09:30:00.000000','decision-carried','SEF-D2',0,1,'Sam',NULL,0,'{"result":{"abstain":0,"against":0,"base":5,"beyond_reach":false,"by_casting_vote":false,"carried":true,"counts":"partners","in_favour":5,"kind":"unanimous","missing":0,"needed":5,"of":null,"other":null,"quorate":true,"quorum":null,"reached":5,"silent":0,"tied":false,"who":[]},"votes":{"alder-hey":"for","luhft":"for","mersey-care":"for","sefton-council":"for","sefton-cvs":"for"}}','{"channel":"C0SEFTON","kind":"press","message":"1671183000.000099","team":"T0PRACTICE"}','b425488972fc4a06c77165e883741202480ef5c1abbcfedebb5feda19781cf55','8c373e7b039e3f176f4184919d8bf54d33d5e99d5d6332723abe8cc325c0275b');
INSERT INTO "register" VALUES(64,1,52,'2022-12-16 09:30:00.000000','notice-delivered','SEF-D2',0,NULL,'Accord','luhft',0,'{"kind":"decided","proof":"slack:D0BEN:F00000303 sha256:b61e6261bbdb602e4873fb39b125bc101ddfe3de7b45a8b24ebcb33ec363a632"}','{}','8c373e7b039e3f176f4184919d8bf54d33d5e99d5d6332723abe8cc325c0275b','c9a7ac42f789d86eff64718380e0d265958daded51e03192216360a6014fd62d');
INSERT INTO "register" VALUES(65,1,53,'2022-12-16 09:30:00.000000','notice-delivered','SEF-D2',0,NULL,'Accord','sefton-council',0,'{"kind":"decided","proof":"slack:D0JOE:F00000300 sha256:773df07f0ca3207cddae10cb48418558163a8f181e4344249a9937947f0c5c99"}','{}','c9a7ac42f789d86eff64718380e0d265958daded51e03192216360a6014fd62d','ecedf48d495ef5ff9d8dacb8b719d3d9e8c0b17e6e394c6f0e0d30f7900c1776');
INSERT INTO "register" VALUES(66,1,54,'2022-12-16 09:30:00.000000','notice-delivered','SEF-D2',0,NULL,'Accord','mersey-care',0,'{"kind":"decided","proof":"slack:D0ADA:F00000310 sha256:38d53cfbe1bace36254f95af4530b45b010b74eb0252cf8c48a12fc7e49b4b41"}','{}','ecedf48d495ef5ff9d8dacb8b719d3d9e8c0b17e6e394c6f0e0d30f7900c1776','ed0d8bdba59a63939ff3ddcc5f4e763970f9e5427e3b2b61323610f0eae425c8');
INSERT INTO "register" VALUES(67,1,55,'2022-12-16 09:30:00.000000','action-opened','SEF-A1',0,1,'Sam','luhft',0,'{"due_on":"2023-02-01","kind":null,"partner":"luhft","source":"SEF-D2","title":"Write it down"}','{"kind":"form","team":"T0PRACTICE","view":"V00000319"}','ed0d8bdba59a63939ff3ddcc5f4e763970f9e5427e3b2b61323610f0eae425c8','c8f1c78273ed2e176d6993daa1e52c216e9ae6ad77744111b78c536762f9fcd7');
INSERT INTO "register" VALUES(68,1,56,'2022-12-16 09:30:00.000000','decision-proposed','SEF-D3',0,2,'Ada','mersey-care',0,'{"affected":[],"closes_on":"2023-01-06","concerned":[],"conflicted":[],"element":null,"files":[],"level":null,"papers":"","reasons":"Cheaper.","recused":[],"rule":"variation","terms_id":1,"title":"Shared wards","topic":null,"wording":"One ward."}','{"kind":"form","team":"T0PRACTICE","view":"V00000327"}','c8f1c78273ed2e176d6993daa1e52c216e9ae6ad77744111b78c536762f9fcd7','d9710ce3fb1abb7c3b55f6b7be83f54f47156fb3150904fa59408fb0b9cb7bef');
INSERT INTO "register" VALUES(69,1,57,'2022-12-16 09:30:00.000000','decision-proposed','SEF-D4',0,2,'Ada','mersey-care',0,'{"affected":[],"closes_on":"2023-01-06","concerned":[],"conflicted":[],"element":null,"files":[],"level":null,"papers":"","reasons":"Cheaper.","recused":[],"rule":"agreement","terms_id":1,"title":"Shared wards","topic":null,"wording":"One ward."}','{"kind":"form","team":"T0PRACTICE","view":"V00000337"}','d9710ce3fb1abb7c3b55f6b7be83f54f47156fb3150904fa59408fb0b9cb7bef','7748f1c3bde5cc0926be2230216feb1a765f1aeb652815e2c010261e493bc167');
INSERT INTO "register" VALUES(70,1,58,'2022-12-16 09:30:00.000000','vote-opened','SEF-D4',0,2,'Ada','mersey-care',0,'{"excluded":[],"voters":["Sefton Council","Mersey Care","LUHFT","Alder Hey","Sefton CVS"]}','{"channel":"C0SEFTON","kind":"press","message":"1671183000.000119","team":"T0PRACTICE"}','7748f1c3bde5cc0926be2230216feb1a765f1aeb652815e2c010261e493bc167','a8c9646d674208c980db01788b505f5e01d666446f9a58f8d460d83ff2fcf74d');
INSERT INTO "register" VALUES(71,1,59,'2022-12-16 09:30:00.000000','vote-cast','SEF-D4',0,1,'Sam','sefton-council',1,'{"evidence":"By telephone","version":1,"vote":"for","voter":"sefton-council","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000356"}','a8c9646d674208c980db01788b505f5e01d666446f9a58f8d460d83ff2fcf74d','b6f7fe195818bedc1f20f96347c6776b397d16e2ee9a45f73e0b3cba34ab46c1');
INSERT INTO "register" VALUES(72,1,60,'2022-12-16 09:30:00.000000','vote-cast','SEF-D4',0,1,'Sam','mersey-care',1,'{"evidence":"By telephone","version":1,"vote":"for","voter":"mersey-care","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000367"}','b6f7fe195818bedc1f20f96347c6776b397d16e2ee9a45f73e0b3cba34ab46c1','0e2ef23d1ae7b3d9af7e30b7937a5a08364629047c04e8174478e747ef52c780');
INSERT INTO "register" VALUES(73,1,61,'2022-12-16 09:30:00.000000','vote-cast','SEF-D4',0,1,'Sam','luhft',1,'{"evidence":"By telephone","version":1,"vote":"for","voter":"luhft","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000379"}','0e2ef23d1ae7b3d9af7e30b7937a5a08364629047c04e8174478e747ef52c780','667d339d1be4224d96e8c27b525df6223f2800862523ed1302746d57e2666b8b');
INSERT INTO "register" VALUES(74,1,62,'2022-12-16 09:30:00.000000','vote-cast','SEF-D4',0,1,'Sam','alder-hey',1,'{"evidence":"By telephone","version":1,"vote":"for","voter":"alder-hey","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000392"}','667d339d1be4224d96e8c27b525df6223f2800862523ed1302746d57e2666b8b','a4d3e2852c7e6d6821fb98ac1e19aba72e3227972740d93ad9f229de55b6f755');
INSERT INTO "register" VALUES(75,1,63,'2022-12-16 09:30:00.000000','vote-cast','SEF-D4',0,1,'Sam','sefton-cvs',1,'{"evidence":"By telephone","version":1,"vote":"for","voter":"sefton-cvs","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000405"}','a4d3e2852c7e6d6821fb98ac1e19aba72e3227972740d93ad9f229de55b6f755','77543ba7639a4d5436ecce73c1092d2526631b73f9c2281d2036eead867bc010');
INSERT INTO "register" VALUES(76,1,64,'2022-12-16 09:30:00.000000','conflict-declared','SEF-C1',0,2,'Ada','mersey-care',0,'{"apparent":false,"as":null,"aware_at":"2022-12-16T09:30:00+00:00","category":"financial","may_arise":false,"person":null,"proposed":"","reach":[],"title":"Shares","withheld":"A threat was made.","words":"We own a tenth of the builder."}','{"kind":"form","team":"T0PRACTICE","view":"V00000416"}','77543ba7639a4d5436ecce73c1092d2526631b73f9c2281d2036eead867bc010','7fd4236427894bcee3aea737f825c3962816afe80c206a9a0f58933b107280bf');
INSERT INTO "register" VALUES(77,1,65,'2022-12-16 09:30:00.000000','conflict-touches','SEF-C1',0,2,'Ada','mersey-care',0,'{"matter":"SEF-D4"}','{"kind":"form","team":"T0PRACTICE","view":"V00000416"}','7fd4236427894bcee3aea737f825c3962816afe80c206a9a0f58933b107280bf','e316b726fc2b5b91f7cf7bab3360a7bfd0c22df0b30022bc9aab4175ece62da4');
INSERT INTO "register" VALUES(78,1,66,'2022-12-16 09:30:00.000000','notice-delivered','SEF-C1',0,NULL,'Accord','luhft',0,'{"kind":"declared","proof":"slack:D0BEN:1671183000.000137"}','{}','e316b726fc2b5b91f7cf7bab3360a7bfd0c22df0b30022bc9aab4175ece62da4','844aa935209f5f6b16d88d5390778e4093eefae13d9daf1af4e61241de5e3793');
INSERT INTO "register" VALUES(79,1,67,'2022-12-16 09:30:00.000000','notice-delivered','SEF-C1',0,NULL,'Accord','sefton-council',0,'{"kind":"declared","proof":"slack:D0JOE:1671183000.000138"}','{}','844aa935209f5f6b16d88d5390778e4093eefae13d9daf1af4e61241de5e3793','3828f89733c882e1d8a6ba98fe3dd88d848c3b446a3d1cf67870f07eef8592cc');
INSERT INTO "register" VALUES(80,1,68,'2022-12-16 09:30:00.000000','open-point-decided',NULL,0,1,'Sam',NULL,0,'{"point":"signing","value":"in-chat","why":"The board, on 1 December 2022"}','{"kind":"form","team":"T0PRACTICE","view":"V00000433"}','3828f89733c882e1d8a6ba98fe3dd88d848c3b446a3d1cf67870f07eef8592cc','521a2cebf5bc2a0b7e226c0d83a39384adbb8a9b98e371fdadafbc2f48d059e3');
INSERT INTO "register" VALUES(81,1,69,'2022-12-16 09:30:00.000000','signatures-drafted','SEF-S1',0,2,'Ada','mersey-care',0,'{"begins_on":null,"decision_id":null,"document":"agreement.pdf","ends_on":null,"kind":"agreement","newcomer":null,"partners":["sefton-council","mersey-care","luhft","alder-hey","sefton-cvs"],"sha256":"74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839","statement":"My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. It has the authorisations it needs, and its leadership body has approved this.","target_on":"2023-01-31","terms_id":1,"title":"The agreement"}','{"kind":"form","team":"T0PRACTICE","view":"V00000443"}','521a2cebf5bc2a0b7e226c0d83a39384adbb8a9b98e371fdadafbc2f48d059e3','5b2cffa16534eaef972d3d6bac258f212ba1d5e8e4282c7e37aa497849166071');
INSERT INTO "register" VALUES(82,1,70,'2022-12-16 09:30:00.000000','signatures-asked','SEF-S1',0,2,'Ada','mersey-care',0,'{"partners":["sefton-council","mersey-care","luhft","alder-hey","sefton-cvs"],"version":1}','{"channel":"C0SEFTON","kind":"press","message":"1671183000.000145","team":"T0PRACTICE"}','5b2cffa16534eaef972d3d6bac258f212ba1d5e8e4282c7e37aa497849166071','77df1960c135c4bfa30ae5744940653d7d41f8c63d29e7625fa4ea7ba16b6000');
INSERT INTO "register" VALUES(83,1,71,'2022-12-16 09:30:00.000000','notice-delivered','SEF-S1',0,NULL,'Accord','sefton-council',0,'{"kind":"asked-1","proof":"slack:D0URI:F00000459 sha256:74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839"}','{}','77df1960c135c4bfa30ae5744940653d7d41f8c63d29e7625fa4ea7ba16b6000','798cc38c61d33736fe2167ae1b8277985e20bbd716d1cbd0dd450f06427bfc1d');
INSERT INTO "register" VALUES(84,1,72,'2022-12-16 09:30:00.000000','notice-delivered','SEF-S1',0,NULL,'Accord','mersey-care',0,'{"kind":"asked-1","proof":"slack:D0SID:F00000463 sha256:74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839"}','{}','798cc38c61d33736fe2167ae1b8277985e20bbd716d1cbd0dd450f06427bfc1d','e6d0ec546f4694c376114b882c148066aacb8ccd3fea25ce1fc4efe24e05a667');
INSERT INTO "register" VALUES(85,1,73,'2022-12-16 09:30:00.000000','notice-delivered','SEF-S1',0,NULL,'Accord','luhft',0,'{"kind":"asked-1","proof":"slack:D0PIA:F00000461 sha256:74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839"}','{}','e6d0ec546f4694c376114b882c148066aacb8ccd3fea25ce1fc4efe24e05a667','84c1316fd50028b29ca103c15f1c96e9a1d34a3976eaae3b9b39adb90e525748');
INSERT INTO "register" VALUES(86,1,74,'2022-12-16 09:30:00.000000','signatures-drafted','SEF-S2',0,2,'Ada','mersey-care',0,'{"begins_on":null,"decision_id":null,"document":"agreement.pdf","ends_on":null,"kind":"agreement","newcomer":null,"partners":["sefton-council","mersey-care","luhft","alder-hey","sefton-cvs"],"sha256":"b6125d36585017c0ac7dad6f8ae58b6f763c366a68319637425d333103e240b6","statement":"My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. It has the authorisations it needs, and its leadership body has approved this.","target_on":"2023-01-31","terms_id":1,"title":"Its annex"}','{"kind":"form","team":"T0PRACTICE","view":"V00000485"}','84c1316fd50028b29ca103c15f1c96e9a1d34a3976eaae3b9b39adb90e525748','dcafc635a4006b3663046b6056b4b49e7dcce320cf9ac4bd43636d2b5a0cdd65');
INSERT INTO "register" VALUES(87,1,75,'2022-12-16 09:30:00.000000','tracker-begun','SEF-T1',0,NULL,'command line',NULL,0,'{"rows":22,"tracker":"works"}','{}','dcafc635a4006b3663046b6056b4b49e7dcce320cf9ac4bd43636d2b5a0cdd65','e3365b3d19e15450b1f7107526476dcccc2743e1462b7cd38970e77f7c0f4965');
INSERT INTO "register" VALUES(88,1,76,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.1',0,NULL,'command line',NULL,0,'{"feature":"House","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Roof"}','{}','e3365b3d19e15450b1f7107526476dcccc2743e1462b7cd38970e77f7c0f4965','eae6cde586168db2b0d59934f923750490a2b696c3264bc5cd5ebfa1a3eafea9');
INSERT INTO "register" VALUES(89,1,77,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.2',0,NULL,'command line',NULL,0,'{"feature":"House","gap":"","owner":"","status":"Done, but leaking","target":"","target_on":null,"title":"Gutter"}','{}','eae6cde586168db2b0d59934f923750490a2b696c3264bc5cd5ebfa1a3eafea9','42dbf8e70f7cd27e5d94358bfed8668766d79e959ad311f5bc1dd715f5c69dec');
INSERT INTO "register" VALUES(90,1,78,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.3',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"It leans","owner":"","status":"Idle","target":"","target_on":null,"title":"Wall"}','{}','42dbf8e70f7cd27e5d94358bfed8668766d79e959ad311f5bc1dd715f5c69dec','ee2fc0c21950ce00fb5abc8889194551a6fcb05876aea0d3588ce571941d6f66');
INSERT INTO "register" VALUES(91,1,79,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.4',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','ee2fc0c21950ce00fb5abc8889194551a6fcb05876aea0d3588ce571941d6f66','d6dff10e199308a160fa418b2a6ef02793cf8d68a5024d16aa5424e9b5bd5d1b');
INSERT INTO "register" VALUES(92,1,80,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.5',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','d6dff10e199308a160fa418b2a6ef02793cf8d68a5024d16aa5424e9b5bd5d1b','1d711c8bb16b57d82491bcafb629e6de270d1ca190b5af6462d8b35b2141b2ab');
INSERT INTO "register" VALUES(93,1,81,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.6',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','1d711c8bb16b57d82491bcafb629e6de270d1ca190b5af6462d8b35b2141b2ab','06b81b9b4474f7dd4df59be9e6976baf3e1dc622b0e9219f44a64d0e68e1c122');
INSERT INTO "register" VALUES(94,1,82,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.7',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','06b81b9b4474f7dd4df59be9e6976baf3e1dc622b0e9219f44a64d0e68e1c122','e131c5a0200322b2224eaf98b3e39d09745e8a76b1bf641e6da1d383e958499e');
INSERT INTO "register" VALUES(95,1,83,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.8',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','e131c5a0200322b2224eaf98b3e39d09745e8a76b1bf641e6da1d383e958499e','86831d8d868fb42d65c9dfeb512607e28b203410757506e04d30f15933ec15ca');
INSERT INTO "register" VALUES(96,1,84,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.9',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','86831d8d868fb42d65c9dfeb512607e28b203410757506e04d30f15933ec15ca','b9747eaaf42ce99ca7ba64212ed276a87b7ebd49e9b43592aa4c99f2c510182d');
INSERT INTO "register" VALUES(97,1,85,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.10',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','b9747eaaf42ce99ca7ba64212ed276a87b7ebd49e9b43592aa4c99f2c510182d','19fb1e8d11099610ec26d329a8759ea7ca6154ad6d15307c2761fa9b4626b5db');
INSERT INTO "register" VALUES(98,1,86,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.11',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','19fb1e8d11099610ec26d329a8759ea7ca6154ad6d15307c2761fa9b4626b5db','b45eb2ad794b2cea17a45e7e138e7cb5b9474bf8a5370d8e59b06ab23e0eac72');
INSERT INTO "register" VALUES(99,1,87,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.12',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','b45eb2ad794b2cea17a45e7e138e7cb5b9474bf8a5370d8e59b06ab23e0eac72','51c3ecbd42b2ad66481a872e40e3b74e6725da7b2c9f720214cddaa8aea3c130');
INSERT INTO "register" VALUES(100,1,88,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.13',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','51c3ecbd42b2ad66481a872e40e3b74e6725da7b2c9f720214cddaa8aea3c130','e4134d3b14f84cbaa8867e8e8c98baf419a96a0ddfd26e28932f7e7bac6bab88');
INSERT INTO "register" VALUES(101,1,89,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.14',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','e4134d3b14f84cbaa8867e8e8c98baf419a96a0ddfd26e28932f7e7bac6bab88','21c0df68490084d9a8f1d34de5d304fe6949c0f6e59ce1bb1c56a509ed1b1cbf');
INSERT INTO "register" VALUES(102,1,90,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.15',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','21c0df68490084d9a8f1d34de5d304fe6949c0f6e59ce1bb1c56a509ed1b1cbf','1644e59776aa33b1b48c2da8fde60ca5a0e7b6538a173808a5bc8a332f0f69db');
INSERT INTO "register" VALUES(103,1,91,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.16',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','1644e59776aa33b1b48c2da8fde60ca5a0e7b6538a173808a5bc8a332f0f69db','5cff09045e2a26cd4e9db8b832cffc5d6f7d4d5cc3268cd1d047d658978415f5');
INSERT INTO "register" VALUES(104,1,92,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.17',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','5cff09045e2a26cd4e9db8b832cffc5d6f7d4d5cc3268cd1d047d658978415f5','ab7099df570a2696a0f6d58468525ecb3187e01047384bc0a842a8a5eaaae90b');
INSERT INTO "register" VALUES(105,1,93,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.18',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','ab7099df570a2696a0f6d58468525ecb3187e01047384bc0a842a8a5eaaae90b','cb1461e1da62de1580d8dd81acac8e9ee76c8d99a988e2e8628d0b3656ece880');
INSERT INTO "register" VALUES(106,1,94,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.19',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','cb1461e1da62de1580d8dd81acac8e9ee76c8d99a988e2e8628d0b3656ece880','ac7e9f8d4c9a32ca0528fe475ef61bcc6606a90d2742687ae98c0e78cea9248b');
INSERT INTO "register" VALUES(107,1,95,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.20',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','ac7e9f8d4c9a32ca0528fe475ef61bcc6606a90d2742687ae98c0e78cea9248b','e39e026ecf27845c316b7bff5b4025f62bb873dc90bfebe43a101aeaa1801ddb');
INSERT INTO "register" VALUES(108,1,96,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.21',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','e39e026ecf27845c316b7bff5b4025f62bb873dc90bfebe43a101aeaa1801ddb','bb9e5fb7d627008e9e8593e3168e8a14c4c8c08b153b8ced63ba0c8abdb56d79');
INSERT INTO "register" VALUES(109,1,97,'2022-12-16 09:30:00.000000','criterion-tracked','SEF-T1.22',0,NULL,'command line',NULL,0,'{"feature":"Garden","gap":"","owner":"","status":"Idle","target":"","target_on":null,"title":"Bed"}','{}','bb9e5fb7d627008e9e8593e3168e8a14c4c8c08b153b8ced63ba0c8abdb56d79','8967e0d75da1d222faff076c4781cfae4c0c4bf9d72df544fcb73750edfe79ce');
INSERT INTO "register" VALUES(110,1,98,'2022-12-16 09:30:00.000000','criterion-change-proposed','SEF-T1.2',0,2,'Ada','mersey-care',0,'{"changed":{"status":["Done, but leaking","Done"]},"from":"Done, but leaking","to":"Done","words":"So it is."}','{"kind":"form","team":"T0PRACTICE","view":"V00000502"}','8967e0d75da1d222faff076c4781cfae4c0c4bf9d72df544fcb73750edfe79ce','081b566de94349c9bbab96aac4ad5baff21ea5965c239045ab70c71e19350b80');
INSERT INTO "register" VALUES(111,1,99,'2022-12-16 09:30:00.000000','milestone-added','SEF-MS3',0,1,'Sam',NULL,0,'{"condition":"The money is there","due_on":"2023-02-01","owner":"luhft","precision":"day","title":"Fewer readmissions"}','{"kind":"form","team":"T0PRACTICE","view":"V00000513"}','081b566de94349c9bbab96aac4ad5baff21ea5965c239045ab70c71e19350b80','af4568329f91423a8648ecbafe55c87b463fc9bb94bd73ab03406813d7e6a117');
INSERT INTO "register" VALUES(112,1,100,'2022-12-16 09:30:00.000000','meetings-planned',NULL,0,1,'Sam',NULL,0,'{"before":null,"begins_at":null,"every":"1 month","first_on":"2023-01-10","forum":"partnership-board","place":"","same_weekday":false,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000524"}','af4568329f91423a8648ecbafe55c87b463fc9bb94bd73ab03406813d7e6a117','70baebccd11500e2b82f3d8151df55f83a91f4d99453da77fb8972ac94b9f823');
INSERT INTO "register" VALUES(113,1,101,'2022-12-16 09:30:00.000000','meeting-opened','SEF-M1',0,NULL,'Accord',NULL,0,'{"forum":"partnership-board","on":"2023-01-10"}','{}','70baebccd11500e2b82f3d8151df55f83a91f4d99453da77fb8972ac94b9f823','85f202d14953253f159ac338f5a1c0c394ef335b5deb72ae64c5f195c2f1bdb6');
INSERT INTO "register" VALUES(114,1,102,'2022-12-16 09:30:00.000000','meeting-planned','SEF-M2',0,1,'Sam',NULL,0,'{"forum":"partnership-board","on":"2022-12-20","one_off":true,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000534"}','85f202d14953253f159ac338f5a1c0c394ef335b5deb72ae64c5f195c2f1bdb6','e30992547442e7f9da0f749c99188f092d0f7526d2dfbc197271a0956f6120e9');
INSERT INTO "register" VALUES(115,1,103,'2022-12-16 09:30:00.000000','meeting-opened','SEF-M2',0,NULL,'Accord',NULL,0,'{"forum":"partnership-board","on":"2022-12-20"}','{}','e30992547442e7f9da0f749c99188f092d0f7526d2dfbc197271a0956f6120e9','09128e2ddc67ba98935c927d945dcefbe2c8739f8ac2e9c4206c43fcef96a76f');
INSERT INTO "register" VALUES(116,1,104,'2022-12-16 09:30:00.000000','meeting-planned','SEF-M3',0,1,'Sam',NULL,0,'{"forum":"partnership-board","on":"2022-12-16","one_off":true,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000544"}','09128e2ddc67ba98935c927d945dcefbe2c8739f8ac2e9c4206c43fcef96a76f','c6c2fc4f89204a38c5fede13f4c6aa1f662cb2983ae7664286bdbda87b903f08');
INSERT INTO "register" VALUES(117,1,105,'2022-12-16 09:30:00.000000','meeting-opened','SEF-M3',0,NULL,'Accord',NULL,0,'{"forum":"partnership-board","on":"2022-12-16"}','{}','c6c2fc4f89204a38c5fede13f4c6aa1f662cb2983ae7664286bdbda87b903f08','fc2c3444246292832a55f1333275b53efd988e39bece8bb743784a43bca61ae5');
INSERT INTO "register" VALUES(118,1,106,'2022-12-16 09:30:00.000000','meeting-planned','SEF-M4',0,1,'Sam',NULL,0,'{"forum":"partnership-board","on":"2022-12-16","one_off":true,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000554"}','fc2c3444246292832a55f1333275b53efd988e39bece8bb743784a43bca61ae5','b78732da85783c49413d48b64d23720ddc9e81088453ef9267d6483705f5aed6');
INSERT INTO "register" VALUES(119,1,107,'2022-12-16 09:30:00.000000','meeting-opened','SEF-M4',0,NULL,'Accord',NULL,0,'{"forum":"partnership-board","on":"2022-12-16"}','{}','b78732da85783c49413d48b64d23720ddc9e81088453ef9267d6483705f5aed6','df5c3c76d997f142eb52dc29f09e7eb5e7f3a244d7abc6d534d8a3fb98169050');
INSERT INTO "register" VALUES(120,1,108,'2022-12-16 09:30:00.000000','agenda-item-added','SEF-M1',0,1,'Sam',NULL,0,'{"item":"Winter beds","words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000564"}','df5c3c76d997f142eb52dc29f09e7eb5e7f3a244d7abc6d534d8a3fb98169050','d65d88790bc07cb656899d2938cfd6ee5efffcf7b85485b351e6367fca8bade2');
INSERT INTO "register" VALUES(121,1,109,'2022-12-16 09:30:00.000000','meeting-called','SEF-M2',0,1,'Sam',NULL,0,'{"agenda":["SEF-T1.2"],"begins_at":null,"clause":null,"late":false,"notice_by":null,"on":"2022-12-20","papers":null,"place":"","words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000574"}','d65d88790bc07cb656899d2938cfd6ee5efffcf7b85485b351e6367fca8bade2','2d8acba4025c98c8bc7bdb03263a302f6616dd73d29beaef6ba199d147ab3eea');
INSERT INTO "register" VALUES(122,1,110,'2022-12-16 09:30:00.000000','notice-delivered','SEF-M2',0,NULL,'Accord','sefton-council',0,'{"kind":"called-1","proof":"slack:D0JOE:1671183000.000184"}','{}','2d8acba4025c98c8bc7bdb03263a302f6616dd73d29beaef6ba199d147ab3eea','1785a97ee366d0c1f917f3d123cadc84fb2ac19f99a93a546e5c69ecf2b00a26');
INSERT INTO "register" VALUES(123,1,111,'2022-12-16 09:30:00.000000','notice-delivered','SEF-M2',0,NULL,'Accord','mersey-care',0,'{"kind":"called-1","proof":"slack:D0ADA:1671183000.000185"}','{}','1785a97ee366d0c1f917f3d123cadc84fb2ac19f99a93a546e5c69ecf2b00a26','2b7865dcc77b14798aba5cfa16e369e5852c2d3710982cb1c6cffdbaf1b6d7f7');
INSERT INTO "register" VALUES(124,1,112,'2022-12-16 09:30:00.000000','notice-delivered','SEF-M2',0,NULL,'Accord','luhft',0,'{"kind":"called-1","proof":"slack:D0BEN:1671183000.000186"}','{}','2b7865dcc77b14798aba5cfa16e369e5852c2d3710982cb1c6cffdbaf1b6d7f7','9bb2cf4f7be39791c84c5867567a30c69c11928fd160608794916fe20a7da2f3');
INSERT INTO "register" VALUES(125,1,113,'2022-12-16 09:30:00.000000','meeting-held','SEF-M4',0,1,'Sam',NULL,0,'{"attendance":{"absent":[{"member":"sefton-council","name":"Sefton Council"},{"member":"mersey-care","name":"Mersey Care"},{"member":"alder-hey","name":"Alder Hey"},{"member":"sefton-cvs","name":"Sefton CVS"}],"apologies":[],"deputy":[],"member":[{"member":"luhft","name":"LUHFT"}]},"minutes":null,"minutes_link":null,"nominal_on":null,"on":"2022-12-16","public":null,"quorums":[],"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000590"}','9bb2cf4f7be39791c84c5867567a30c69c11928fd160608794916fe20a7da2f3','882e3d494ae66326980361d571124739aa3cf4b4663fac83510b088f627bc463');
INSERT INTO "register" VALUES(126,1,114,'2022-12-16 09:30:00.000000','feed-made',NULL,0,9,'Meg',NULL,0,'{"of":"agreement"}','{"channel":"C0SEFTON","kind":"command","team":"T0PRACTICE"}','882e3d494ae66326980361d571124739aa3cf4b4663fac83510b088f627bc463','fc8f097ff9dff081e19babd042eead75ad222ff21dfc5ae41e59057702edb676');
INSERT INTO "register" VALUES(127,1,115,'2022-12-16 09:30:00.000000','feed-made',NULL,0,9,'Meg',NULL,0,'{"of":"person"}','{"channel":"C0SEFTON","kind":"command","team":"T0PRACTICE"}','fc8f097ff9dff081e19babd042eead75ad222ff21dfc5ae41e59057702edb676','e35fa6a97a5570600ca18e20f4980df2c2f61da910dd7aceaea1724329dda5e8');
INSERT INTO "register" VALUES(128,1,116,'2022-12-16 09:30:00.000000','issue-raised','SEF-7',0,2,'Ada','mersey-care',0,'{"affected":["luhft"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"What happened: Night shifts","raised_as":null,"terms_id":1,"title":"Night shifts"}','{"kind":"form","team":"T0PRACTICE","view":"V00000604"}','e35fa6a97a5570600ca18e20f4980df2c2f61da910dd7aceaea1724329dda5e8','04fae427d507b65a5e9a993dfdbe58ccb50c180cbb8089801b3bf48098195c02');
INSERT INTO "register" VALUES(129,1,117,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-7',0,2,'Ada','mersey-care',0,'{"partner":"alder-hey"}','{"kind":"form","team":"T0PRACTICE","view":"V00000604"}','04fae427d507b65a5e9a993dfdbe58ccb50c180cbb8089801b3bf48098195c02','cf32e78d647f0b7a2e78c92ce17163c2f97b0d3cb47dea94fe117d00fc0832fb');
INSERT INTO "register" VALUES(130,1,118,'2022-12-16 09:30:00.000000','notice-unreachable','SEF-7',0,2,'Ada','mersey-care',0,'{"partner":"sefton-cvs"}','{"kind":"form","team":"T0PRACTICE","view":"V00000604"}','cf32e78d647f0b7a2e78c92ce17163c2f97b0d3cb47dea94fe117d00fc0832fb','605e49dfa27b1571989e0068410968aa501a72e3b0f78dce0b5bdaa5849b2789');
INSERT INTO "register" VALUES(131,1,119,'2022-12-16 09:30:00.000000','notice-delivered','SEF-7',0,NULL,'Accord','luhft',0,'{"kind":"raised","proof":"slack:D0BEN:1671183000.000199"}','{}','605e49dfa27b1571989e0068410968aa501a72e3b0f78dce0b5bdaa5849b2789','22d0869d11dd6d2dc101bca94f6c45822e4b0117f7c671420cd33f7509a4be8f');
INSERT INTO "register" VALUES(132,1,120,'2022-12-16 09:30:00.000000','notice-delivered','SEF-7',0,NULL,'Accord','sefton-council',0,'{"kind":"raised","proof":"slack:D0JOE:1671183000.000198"}','{}','22d0869d11dd6d2dc101bca94f6c45822e4b0117f7c671420cd33f7509a4be8f','6454764e31cee864bc035d1587f719622941a7aaf468bd9c968ad889b98523ee');
INSERT INTO "register" VALUES(133,1,121,'2022-12-16 09:30:00.000000','issue-acknowledged','SEF-7',0,6,'Ben','luhft',0,'{}','{"channel":"D0BEN","kind":"press","message":"1671183000.000199","team":"T0PRACTICE"}','6454764e31cee864bc035d1587f719622941a7aaf468bd9c968ad889b98523ee','f2fa18a6ce8d59f4c90e5cc0ca7b8d7e66b2d4a120ced922562c915352695b6b');
INSERT INTO "register" VALUES(134,1,122,'2022-12-16 09:30:00.000000','extension-proposed','SEF-7',0,2,'Ada','mersey-care',0,'{"proposal":3,"to":"2023-02-28","words":"The board meets in February."}','{"kind":"form","team":"T0PRACTICE","view":"V00000625"}','f2fa18a6ce8d59f4c90e5cc0ca7b8d7e66b2d4a120ced922562c915352695b6b','4576d8c953e365cec9172a30ce6ee59217880cab6fde52296649d3f0234592ab');
INSERT INTO "register" VALUES(135,1,123,'2022-12-16 09:30:00.000000','vote-cast','SEF-D1',0,2,'Ada','mersey-care',0,'{"version":1,"vote":"for","voter":"mersey-care","was":null,"words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000637"}','4576d8c953e365cec9172a30ce6ee59217880cab6fde52296649d3f0234592ab','f6d618eeb10773b4f8eec5144c4a46987fcb2dce93d2ac75a033a327db03e464');
INSERT INTO "register" VALUES(136,1,124,'2022-12-16 09:30:00.000000','consent-given','SEF-C1',0,6,'Ben','luhft',0,'{"matter":"SEF-D4","words":""}','{"kind":"form","team":"T0PRACTICE","view":"V00000646"}','f6d618eeb10773b4f8eec5144c4a46987fcb2dce93d2ac75a033a327db03e464','baa5c03ef0abf2db6eee1022ba50ea5b02f4b2ea064c3f3107072374d31c1039');
INSERT INTO "register" VALUES(137,1,125,'2022-12-16 09:30:00.000000','counterpart-signed','SEF-S1',0,4,'Sid','mersey-care',0,'{"account":"U0SID","counterpart_sha256":null,"counts":true,"document_sha256":"74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839","name":"Sid","number":1,"position":"Chair","route":"chat","signed_on":"2022-12-16","statement":"My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. It has the authorisations it needs, and its leadership body has approved this.","version":1}','{"kind":"form","team":"T0PRACTICE","view":"V00000655"}','baa5c03ef0abf2db6eee1022ba50ea5b02f4b2ea064c3f3107072374d31c1039','e840f9d42b1177f74944ad5dd7ee3fce016c99d9033d759952868489c63c742b');
INSERT INTO "register" VALUES(138,1,126,'2022-12-16 09:30:00.000000','conflict-declared','SEF-C2',0,11,'Joe','sefton-council',0,'{"apparent":false,"as":"provider","aware_at":"2022-12-16T09:30:00+00:00","category":"financial","may_arise":false,"person":null,"proposed":"","reach":[],"title":"A cousin","withheld":"A threat was made.","words":"We own a tenth of the builder."}','{"kind":"form","team":"T0PRACTICE","view":"V00000666"}','e840f9d42b1177f74944ad5dd7ee3fce016c99d9033d759952868489c63c742b','ba38c0e79bc891e91f30c4e35257a2ea1ab13015fe6e37355dabd7c2b455af33');
INSERT INTO "register" VALUES(139,1,127,'2022-12-16 09:30:00.000000','conflict-touches','SEF-C2',0,11,'Joe','sefton-council',0,'{"matter":"SEF-D1"}','{"kind":"form","team":"T0PRACTICE","view":"V00000666"}','ba38c0e79bc891e91f30c4e35257a2ea1ab13015fe6e37355dabd7c2b455af33','8fe182e6f961aeec163484a6e3cb99c74c9c768b17bb0a4187936da17e758613');
INSERT INTO "register" VALUES(140,1,128,'2022-12-16 09:30:00.000000','notice-delivered','SEF-C2',0,NULL,'Accord','mersey-care',0,'{"kind":"declared","proof":"slack:D0ADA:1671183000.000216"}','{}','8fe182e6f961aeec163484a6e3cb99c74c9c768b17bb0a4187936da17e758613','0637c779c741d1717c2f5c0e3623c2859d80efc56c65598de6ad991a0084a851');
INSERT INTO "register" VALUES(141,1,129,'2022-12-16 09:30:00.000000','notice-delivered','SEF-C2',0,NULL,'Accord','luhft',0,'{"kind":"declared","proof":"slack:D0BEN:1671183000.000215"}','{}','0637c779c741d1717c2f5c0e3623c2859d80efc56c65598de6ad991a0084a851','6059e8abaec890ac042199c0f787389edfb778842c7f27c9ea6dfeb145e9c3c9');
INSERT INTO "register" VALUES(142,1,130,'2022-12-16 09:30:00.000000','review-opened','SEF-R2',0,1,'Sam',NULL,0,'{"meets_on":"2023-02-01","review":"Chairing arrangements","why":"It is asked for."}','{"kind":"form","team":"T0PRACTICE","view":"V00000682"}','6059e8abaec890ac042199c0f787389edfb778842c7f27c9ea6dfeb145e9c3c9','9aa6a0929d76cc9468ee505f9090bfd300c0ed5d478e3454d493ecba1762c313');
INSERT INTO "register" VALUES(143,1,131,'2022-12-16 09:30:00.000000','notice-delivered','SEF-R2',0,NULL,'Accord','sefton-council',0,'{"kind":"asked","proof":"slack:D0JOE:1671183000.000223"}','{}','9aa6a0929d76cc9468ee505f9090bfd300c0ed5d478e3454d493ecba1762c313','5ea18f43ab1277e55e6ef5d4f84bd2daf93544f30010d597b36b4e8310a1243f');
INSERT INTO "register" VALUES(144,1,132,'2022-12-16 09:30:00.000000','notice-delivered','SEF-R2',0,NULL,'Accord','mersey-care',0,'{"kind":"asked","proof":"slack:D0ADA:1671183000.000224"}','{}','5ea18f43ab1277e55e6ef5d4f84bd2daf93544f30010d597b36b4e8310a1243f','c780e8d05ba99ed749926f83c8ae0a27d9c5f32737297bd164f9fdf6ac3613ca');
INSERT INTO "register" VALUES(145,1,133,'2022-12-16 09:30:00.000000','notice-delivered','SEF-R2',0,NULL,'Accord','luhft',0,'{"kind":"asked","proof":"slack:D0BEN:1671183000.000226"}','{}','c780e8d05ba99ed749926f83c8ae0a27d9c5f32737297bd164f9fdf6ac3613ca','cfd1872a76cc742f9f9d5f88bb17254002d14289fe3234ee90341c073f8fe8c9');
INSERT INTO "register" VALUES(146,1,134,'2022-12-16 09:30:00.000000','review-closed','SEF-R2',0,1,'Sam',NULL,0,'{"found":{"Who chairs the board and who is deputy":"Nobody knows who chairs."},"held_on":"2022-12-16","outcome":"vary","silent":["sefton-council","mersey-care","luhft","alder-hey","sefton-cvs"]}','{"kind":"form","team":"T0PRACTICE","view":"V00000697"}','cfd1872a76cc742f9f9d5f88bb17254002d14289fe3234ee90341c073f8fe8c9','e9b216b3d55468b72e444cc1805dd134b29af8c83501a4fa791beafb8085a6a8');
INSERT INTO "register" VALUES(147,1,135,'2022-12-16 09:30:00.000000','action-opened','SEF-A2',0,1,'Sam','luhft',0,'{"due_on":"2023-02-01","kind":null,"partner":"luhft","source":"SEF-R2","title":"Prepare the variation: Chairing arrangements"}','{"kind":"form","team":"T0PRACTICE","view":"V00000697"}','e9b216b3d55468b72e444cc1805dd134b29af8c83501a4fa791beafb8085a6a8','e42dd7d3ab9cec580b25b582fa279a8323a288458569f739240cde47e8157e63');
INSERT INTO "register" VALUES(148,1,136,'2022-12-16 09:30:00.000000','review-opened','SEF-R3',0,1,'Sam',NULL,0,'{"meets_on":"2023-02-02","review":"Chairing arrangements","why":"It is asked for."}','{"kind":"form","team":"T0PRACTICE","view":"V00000716"}','e42dd7d3ab9cec580b25b582fa279a8323a288458569f739240cde47e8157e63','d2ea78828c165bce963f24d1f56709407b5c60fb7749f84a9675833fa676e243');
INSERT INTO "register" VALUES(149,1,137,'2022-12-16 09:30:00.000000','notice-delivered','SEF-R3',0,NULL,'Accord','sefton-council',0,'{"kind":"asked","proof":"slack:D0JOE:1671183000.000237"}','{}','d2ea78828c165bce963f24d1f56709407b5c60fb7749f84a9675833fa676e243','8ef54aa0a07d657944470e7bb4749adae96cdb5069e82b3316505cd2ff379548');
INSERT INTO "register" VALUES(150,1,138,'2022-12-16 09:30:00.000000','notice-delivered','SEF-R3',0,NULL,'Accord','mersey-care',0,'{"kind":"asked","proof":"slack:D0ADA:1671183000.000236"}','{}','8ef54aa0a07d657944470e7bb4749adae96cdb5069e82b3316505cd2ff379548','de3e5f8db7668e05b6b355b7dac7846d1f5e64906b3d8aaa032b058796ee288d');
INSERT INTO "register" VALUES(151,1,139,'2022-12-16 09:30:00.000000','notice-delivered','SEF-R3',0,NULL,'Accord','luhft',0,'{"kind":"asked","proof":"slack:D0BEN:1671183000.000238"}','{}','de3e5f8db7668e05b6b355b7dac7846d1f5e64906b3d8aaa032b058796ee288d','0b4b4403a15e7f8d1393560ae28ca3698db13e394b7b7f8a1aeec7cfe578b5e1');
INSERT INTO "register" VALUES(152,1,140,'2022-12-16 09:30:00.000000','review-closed','SEF-R3',0,1,'Sam',NULL,0,'{"found":{"Who chairs the board and who is deputy":"Nobody knows who chairs."},"held_on":"2022-12-16","outcome":"end","silent":["sefton-council","mersey-care","luhft","alder-hey","sefton-cvs"]}','{"kind":"form","team":"T0PRACTICE","view":"V00000731"}','0b4b4403a15e7f8d1393560ae28ca3698db13e394b7b7f8a1aeec7cfe578b5e1','2ab2d9d81c4dbcd2f1cfa5425fe526b3126668c3d26b1568a76879b5910baf03');
INSERT INTO "register" VALUES(153,1,141,'2022-12-16 09:30:00.000000','action-opened','SEF-A3',0,1,'Sam','luhft',0,'{"due_on":"2023-02-01","kind":null,"partner":"luhft","source":"SEF-R3","title":"Prepare the ending: Chairing arrangements"}','{"kind":"form","team":"T0PRACTICE","view":"V00000731"}','2ab2d9d81c4dbcd2f1cfa5425fe526b3126668c3d26b1568a76879b5910baf03','bb8ef2d56a21f097bff37a87fc1c4f6c1f93a629c3be2cbff791b5b7da0360e0');
INSERT INTO "register" VALUES(154,1,142,'2022-12-21 09:30:00.000000','feed-made',NULL,0,1,'Sam',NULL,0,'{"of":"agreement"}','{"channel":"C0SEFTON","kind":"command","team":"T0PRACTICE"}','bb8ef2d56a21f097bff37a87fc1c4f6c1f93a629c3be2cbff791b5b7da0360e0','4b33c7e7a254e8d87a73a67294cc453f21aca56e2977e3cec8b1e0c2b014ed17');
INSERT INTO "register" VALUES(155,1,143,'2022-12-21 09:30:00.000000','feed-made',NULL,0,1,'Sam',NULL,0,'{"of":"person"}','{"channel":"C0SEFTON","kind":"command","team":"T0PRACTICE"}','4b33c7e7a254e8d87a73a67294cc453f21aca56e2977e3cec8b1e0c2b014ed17','8be9b8e4efe2a1118fb2841e8f70077f9e8a97098d9cb459647be630c0e4d9a5');
INSERT INTO "register" VALUES(156,2,13,'2022-12-21 09:30:00.000000','feed-made',NULL,0,1,'Sam',NULL,0,'{"of":"person"}','{"channel":"C0SEFTON","kind":"command","team":"T0PRACTICE"}','024db08f34580f20863c8e56cd039cc492b22b5d26a829d4a99a026a5b7b7e07','f57f26f68ae4d30c38ffbe41cb963021ad6d89f7f1660e4ca4c431a7192bb4a5');
INSERT INTO "register" VALUES(157,1,144,'2022-12-21 09:30:00.000000','feed-made',NULL,0,2,'Ada',NULL,0,'{"of":"agreement"}','{"channel":"C0SEFTON","kind":"command","team":"T0PRACTICE"}','8be9b8e4efe2a1118fb2841e8f70077f9e8a97098d9cb459647be630c0e4d9a5','eb4bd84f389289113501798ee48e0b17de19adbfe7344b2a5641fe04378f436b');
INSERT INTO "register" VALUES(158,1,145,'2022-12-21 09:30:00.000000','feed-made',NULL,0,2,'Ada',NULL,0,'{"of":"person"}','{"channel":"C0SEFTON","kind":"command","team":"T0PRACTICE"}','eb4bd84f389289113501798ee48e0b17de19adbfe7344b2a5641fe04378f436b','77e0b3a274e90a1470a0b66928f23d3cf9c90d6f0106ef50cd261bd86fd373f6');
INSERT INTO "register" VALUES(159,1,146,'2022-12-21 09:30:00.000000','feed-made',NULL,0,6,'Ben',NULL,0,'{"of":"agreement"}','{"channel":"C0SEFTON","kind":"command","team":"T0PRACTICE"}','77e0b3a274e90a1470a0b66928f23d3cf9c90d6f0106ef50cd261bd86fd373f6','1dcccab244a15db0022845c0e205b59940c73eb67bc089e75f7381d4249f5c98');
INSERT INTO "register" VALUES(160,1,147,'2022-12-21 09:30:00.000000','feed-made',NULL,0,6,'Ben',NULL,0,'{"of":"person"}','{"channel":"C0SEFTON","kind":"command","team":"T0PRACTICE"}','1dcccab244a15db0022845c0e205b59940c73eb67bc089e75f7381d4249f5c98','df8da1cdf6b6291d68d3a9dcb532d2a2eea68f6fe92d4948890a80c74a383af2');
INSERT INTO "register" VALUES(161,1,148,'2022-12-21 09:30:00.000000','issue-raised','SEF-8',0,2,'Ada','mersey-care',0,'{"affected":["luhft"],"concerns":"Any other matter in the agreement","evidence":null,"link":null,"outcome_sought":"","particulars":"They stand still.","raised_as":null,"terms_id":1,"title":"Lifts"}','{"kind":"form","team":"T0PRACTICE","view":"V00001072"}','df8da1cdf6b6291d68d3a9dcb532d2a2eea68f6fe92d4948890a80c74a383af2','a1de5a8e39a32833f046b3c2c49fea02dc4a13085b552bfc3e70c74c290aef4a');
INSERT INTO "register" VALUES(162,1,149,'2022-12-21 09:30:00.000000','notice-unreachable','SEF-8',0,2,'Ada','mersey-care',0,'{"partner":"alder-hey"}','{"kind":"form","team":"T0PRACTICE","view":"V00001072"}','a1de5a8e39a32833f046b3c2c49fea02dc4a13085b552bfc3e70c74c290aef4a','8ad0f5bfb90a5b391a3c3bd76ce59b48df5464962dcf09a638550c30283ad932');
INSERT INTO "register" VALUES(163,1,150,'2022-12-21 09:30:00.000000','notice-unreachable','SEF-8',0,2,'Ada','mersey-care',0,'{"partner":"sefton-cvs"}','{"kind":"form","team":"T0PRACTICE","view":"V00001072"}','8ad0f5bfb90a5b391a3c3bd76ce59b48df5464962dcf09a638550c30283ad932','964d521f35ee9545bf2480e3e872f561226fdc232cd71b857348f640a92432de');
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
INSERT INTO "review_answers" VALUES(1,1,'sefton-council',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(2,1,'mersey-care',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(3,1,'luhft',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(4,1,'alder-hey',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(5,1,'sefton-cvs',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(6,2,'sefton-council',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(7,2,'mersey-care',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(8,2,'luhft',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(9,2,'alder-hey',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(10,2,'sefton-cvs',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(11,3,'sefton-council',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(12,3,'mersey-care',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(13,3,'luhft',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(14,3,'alder-hey',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "review_answers" VALUES(15,3,'sefton-cvs',NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "reviews" VALUES(1,1,1,1,'SEF-R1','six-monthly.2023-01-01','six-monthly','Six-monthly review','2023-01-01','2023-01-03',0,NULL,NULL,NULL,NULL,'open','2022-12-16 09:30:00.000000',NULL,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "reviews" VALUES(2,1,1,2,'SEF-R2','chairing.begun.2023-02-01','chairing','Chairing arrangements','2023-02-01','2023-02-01',1,NULL,NULL,NULL,'It is asked for.','closed','2022-12-16 09:30:00.000000',1,198,'2022-12-16','["Nobody knows who chairs."]','vary','2022-12-16 09:30:00.000000',1);
INSERT INTO "reviews" VALUES(3,1,1,3,'SEF-R3','chairing.begun.2023-02-02','chairing','Chairing arrangements','2023-02-02','2023-02-02',1,NULL,NULL,NULL,'It is asked for.','closed','2022-12-16 09:30:00.000000',1,211,'2022-12-16','["Nobody knows who chairs."]','end','2022-12-16 09:30:00.000000',1);
CREATE TABLE said_of_posts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	once VARCHAR(80) NOT NULL, 
	said_at DATETIME NOT NULL, 
	CONSTRAINT uq_said_of_posts_once UNIQUE (once)
);
INSERT INTO "said_of_posts" VALUES(1,'holdings:15:2022-06-30:over','2022-12-16 09:30:00.000000');
INSERT INTO "said_of_posts" VALUES(2,'holdings:15:2022-06-30:0','2022-12-16 09:30:00.000000');
INSERT INTO "said_of_posts" VALUES(3,'holdings:15:2022-06-30:14','2022-12-16 09:30:00.000000');
INSERT INTO "said_of_posts" VALUES(4,'holdings:15:2022-06-30:60','2022-12-16 09:30:00.000000');
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
INSERT INTO "settlements" VALUES(1,1,'signing','in-chat','The board, on 1 December 2022','Sam','2022-12-16 09:30:00.000000');
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
INSERT INTO "signature_parties" VALUES(1,1,'sefton-council',13,11,NULL,NULL,NULL,NULL);
INSERT INTO "signature_parties" VALUES(2,1,'mersey-care',4,2,'2022-12-16 09:30:00.000000',NULL,NULL,NULL);
INSERT INTO "signature_parties" VALUES(3,1,'luhft',8,6,'2022-12-16 09:30:00.000000',NULL,NULL,NULL);
INSERT INTO "signature_parties" VALUES(4,1,'alder-hey',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "signature_parties" VALUES(5,1,'sefton-cvs',16,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "signature_parties" VALUES(6,2,'sefton-council',13,11,NULL,NULL,NULL,NULL);
INSERT INTO "signature_parties" VALUES(7,2,'mersey-care',4,2,NULL,NULL,NULL,NULL);
INSERT INTO "signature_parties" VALUES(8,2,'luhft',8,6,NULL,NULL,NULL,NULL);
INSERT INTO "signature_parties" VALUES(9,2,'alder-hey',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "signature_parties" VALUES(10,2,'sefton-cvs',16,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "signature_requests" VALUES(1,1,1,1,'SEF-S1','The agreement','agreement','My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. It has the authorisations it needs, and its leadership body has approved this.','',NULL,NULL,NULL,NULL,NULL,1,'2023-01-31','mersey-care',2,'2022-12-16 09:30:00.000000','2022-12-16 09:30:00.000000','open',NULL,NULL,NULL,NULL,NULL,NULL,136);
INSERT INTO "signature_requests" VALUES(2,1,1,2,'SEF-S2','Its annex','agreement','My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. It has the authorisations it needs, and its leadership body has approved this.','',NULL,NULL,NULL,NULL,NULL,1,'2023-01-31','mersey-care',2,'2022-12-16 09:30:00.000000',NULL,'draft',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "submissions" VALUES(1,'slack:V00000009','2022-12-16 09:30:00.000000','84844ed5123e3a67e55b584dcc32ff2f3190d34fa4839780334b8277188b282b');
INSERT INTO "submissions" VALUES(2,'slack:V00000017','2022-12-16 09:30:00.000000','1f7d0c84d7b46a6c67ca83cbfcaa05c556c101227d125c5281b0446620a51a06');
INSERT INTO "submissions" VALUES(3,'slack:V00000032','2022-12-16 09:30:00.000000','36c460186ae0f9aca778f39269ca498b920f975c17a92448829615016fd33f6e');
INSERT INTO "submissions" VALUES(4,'slack:V00000042','2022-12-16 09:30:00.000000','7b1d9c66e4a6b42a5f236a83523dfb5fcaa7ec74676fcdcbcb64cb21acb8b4e3');
INSERT INTO "submissions" VALUES(5,'slack:V00000057','2022-12-16 09:30:00.000000','7c65bd35f348004ab8be4e9e5ed6aeed13da0306772cd0f480fbb365514933b5');
INSERT INTO "submissions" VALUES(6,'slack:V00000069','2022-12-16 09:30:00.000000','7b1d9c66e4a6b42a5f236a83523dfb5fcaa7ec74676fcdcbcb64cb21acb8b4e3');
INSERT INTO "submissions" VALUES(7,'slack:V00000084','2022-12-16 09:30:00.000000','7c65bd35f348004ab8be4e9e5ed6aeed13da0306772cd0f480fbb365514933b5');
INSERT INTO "submissions" VALUES(8,'slack:V00000098','2022-12-16 09:30:00.000000','123a7d5bd2b62341be76d30176c3cdc720c60fa09aef25396f9c59e262cf1696');
INSERT INTO "submissions" VALUES(9,'slack:V00000110','2022-12-16 09:30:00.000000','37fa5a813ad5d4808e601be8f0d842aed529e7f92d83cad145cfceedbf5bfa4e');
INSERT INTO "submissions" VALUES(10,'slack:V00000121','2022-12-16 09:30:00.000000','36c460186ae0f9aca778f39269ca498b920f975c17a92448829615016fd33f6e');
INSERT INTO "submissions" VALUES(11,'slack:V00000129','2022-12-16 09:30:00.000000','94b96406b4806b5d47c7880b5f9ff1caa70772795e97a279d2e0f4d5d21e13a6');
INSERT INTO "submissions" VALUES(12,'slack:V00000140','2022-12-16 09:30:00.000000','7c65bd35f348004ab8be4e9e5ed6aeed13da0306772cd0f480fbb365514933b5');
INSERT INTO "submissions" VALUES(13,'slack:V00000150','2022-12-16 09:30:00.000000','94b96406b4806b5d47c7880b5f9ff1caa70772795e97a279d2e0f4d5d21e13a6');
INSERT INTO "submissions" VALUES(14,'slack:V00000161','2022-12-16 09:30:00.000000','7c65bd35f348004ab8be4e9e5ed6aeed13da0306772cd0f480fbb365514933b5');
INSERT INTO "submissions" VALUES(15,'slack:V00000173','2022-12-16 09:30:00.000000','123a7d5bd2b62341be76d30176c3cdc720c60fa09aef25396f9c59e262cf1696');
INSERT INTO "submissions" VALUES(16,'slack:V00000183','2022-12-16 09:30:00.000000','e8055df5a291a522a6de0b26b3f525df1647df9da554af0524561ad011f34e61');
INSERT INTO "submissions" VALUES(17,'slack:V00000200','2022-12-16 09:30:00.000000','910ddae6c113605ca9f85d9f8f0aa580004b86f53d029ecc4b0140e3e0e8c88a');
INSERT INTO "submissions" VALUES(18,'slack:V00000219','2022-12-16 09:30:00.000000','7477ef068587d61251bd8767dc4d723b7ffb67bad5d93146b5eb61c364cd08dc');
INSERT INTO "submissions" VALUES(19,'slack:V00000230','2022-12-16 09:30:00.000000','f8097d2c3a27e7ddfc532a55c0706e594f41eeabfc6543fca327dd19569bb5b4');
INSERT INTO "submissions" VALUES(20,'slack:V00000242','2022-12-16 09:30:00.000000','72f23a3ad06af5a6fdf4c663ea4e0118e99c284a094abda013df0fa21f8cb862');
INSERT INTO "submissions" VALUES(21,'slack:V00000255','2022-12-16 09:30:00.000000','4b6b53eb68fc3f7ce3cc777d7dde43d13f80f053dc7b99f59739f3b280538f84');
INSERT INTO "submissions" VALUES(22,'slack:V00000268','2022-12-16 09:30:00.000000','834ed62770a28070ed7979e3413674e74e46ec5cc682470d1ff983b8e889c17e');
INSERT INTO "submissions" VALUES(23,'slack:V00000319','2022-12-16 09:30:00.000000','c7ab4ff00d8ad3e8a86acde2889c7e878ebd25d5289ba737f9def61dbd418724');
INSERT INTO "submissions" VALUES(24,'slack:V00000327','2022-12-16 09:30:00.000000','e8055df5a291a522a6de0b26b3f525df1647df9da554af0524561ad011f34e61');
INSERT INTO "submissions" VALUES(25,'slack:V00000337','2022-12-16 09:30:00.000000','6c87d6f8e1442132637de4a399c532644ab0d937bf11b1cf467b27a56202d88f');
INSERT INTO "submissions" VALUES(26,'slack:V00000356','2022-12-16 09:30:00.000000','7477ef068587d61251bd8767dc4d723b7ffb67bad5d93146b5eb61c364cd08dc');
INSERT INTO "submissions" VALUES(27,'slack:V00000367','2022-12-16 09:30:00.000000','f8097d2c3a27e7ddfc532a55c0706e594f41eeabfc6543fca327dd19569bb5b4');
INSERT INTO "submissions" VALUES(28,'slack:V00000379','2022-12-16 09:30:00.000000','72f23a3ad06af5a6fdf4c663ea4e0118e99c284a094abda013df0fa21f8cb862');
INSERT INTO "submissions" VALUES(29,'slack:V00000392','2022-12-16 09:30:00.000000','4b6b53eb68fc3f7ce3cc777d7dde43d13f80f053dc7b99f59739f3b280538f84');
INSERT INTO "submissions" VALUES(30,'slack:V00000405','2022-12-16 09:30:00.000000','834ed62770a28070ed7979e3413674e74e46ec5cc682470d1ff983b8e889c17e');
INSERT INTO "submissions" VALUES(31,'slack:V00000416','2022-12-16 09:30:00.000000','0dafbc78de7f49d36f241e96ff2de387cfbe29809327bf9b674bff7b3c37a042');
INSERT INTO "submissions" VALUES(32,'slack:V00000433','2022-12-16 09:30:00.000000','85b5aa994feb0eacce5aaac6789a73864b780f2e894c8d2574bad3d9a79ec454');
INSERT INTO "submissions" VALUES(33,'slack:V00000443','2022-12-16 09:30:00.000000','3546fd6c0a4672bb01f4d4a68f155e10b9672526e091ad1675fbea5f220a8763');
INSERT INTO "submissions" VALUES(34,'slack:V00000485','2022-12-16 09:30:00.000000','d521bc58ec33cb7804314fa08818435b44d685efbeaefac31e13d1ee85232717');
INSERT INTO "submissions" VALUES(35,'slack:V00000502','2022-12-16 09:30:00.000000','004cb1485186d35c82c14d7666513c0f141fe646eb13269673f20db4e56817be');
INSERT INTO "submissions" VALUES(36,'slack:V00000513','2022-12-16 09:30:00.000000','a576a5a82a458220272d37a773756b9599ea0fd26f08dabab6f13d0c950759e1');
INSERT INTO "submissions" VALUES(37,'slack:V00000524','2022-12-16 09:30:00.000000','fdabde3c51aee9d244ca8d522a76573f5da5559355eb278ad09768409244ad26');
INSERT INTO "submissions" VALUES(38,'slack:V00000534','2022-12-16 09:30:00.000000','acf2a8c1d1631dd8bd03a684c9db78d08bb4be1771eaa3db020eb6b9d3ef3590');
INSERT INTO "submissions" VALUES(39,'slack:V00000544','2022-12-16 09:30:00.000000','d70ba167fd973b0325775e3cd4752c531b0a81a786996e76b2f12cb1599f454b');
INSERT INTO "submissions" VALUES(40,'slack:V00000554','2022-12-16 09:30:00.000000','d70ba167fd973b0325775e3cd4752c531b0a81a786996e76b2f12cb1599f454b');
INSERT INTO "submissions" VALUES(41,'slack:V00000564','2022-12-16 09:30:00.000000','e65d651f1ac77071f86790fad898599da808928ca1b1d29c3fe157d12fc8644d');
INSERT INTO "submissions" VALUES(42,'slack:V00000574','2022-12-16 09:30:00.000000','756fba20f2d2de34cb6d2dfb555e8ea46b3d8ce79910fcc0857a86ae7c33ab0b');
INSERT INTO "submissions" VALUES(43,'slack:V00000590','2022-12-16 09:30:00.000000','c9dcc6283ff73caa9eba69cb26bc55fb1ae48e6cc2f5a7fcd5acd44afdde6352');
INSERT INTO "submissions" VALUES(44,'slack:V00000604','2022-12-16 09:30:00.000000','139cdcdcd2c6e3d9f612691b2b86f5f53d5cc0cc9dd4f5b8ed5340df14ee7a8c');
INSERT INTO "submissions" VALUES(45,'slack:V00000625','2022-12-16 09:30:00.000000','e41a1af2d8a753cb6f4e9593fb8a731df65ce76aa7b3589ea9760a5c4639a7e7');
INSERT INTO "submissions" VALUES(46,'slack:V00000637','2022-12-16 09:30:00.000000','eeb16f380a1b415801c96e2dcde047acb5a06e2ac88fce75f80705c961a1ac73');
INSERT INTO "submissions" VALUES(47,'slack:V00000646','2022-12-16 09:30:00.000000','e86ad63e32053cc1747329a9d70f1304c2ab85c88bbe73f0be41a052d42164b5');
INSERT INTO "submissions" VALUES(48,'slack:V00000655','2022-12-16 09:30:00.000000','b67cfb64ba8641a2ae46cca292b88c4ec011f9b98973672c64c7ef64612e1580');
INSERT INTO "submissions" VALUES(49,'slack:V00000666','2022-12-16 09:30:00.000000','5a38453ac02e59c1d65443064e3684d1cd2a493e2b4bf7947105b0be9c84647a');
INSERT INTO "submissions" VALUES(50,'slack:V00000682','2022-12-16 09:30:00.000000','678e4cd16a193be64c56258c0c4e7952dc658d6c45975fff1968a979f1b35d44');
INSERT INTO "submissions" VALUES(51,'slack:V00000697','2022-12-16 09:30:00.000000','fa81597092f5928ebe0872187493919191253cd6292c74e038898d349c85aef1');
INSERT INTO "submissions" VALUES(52,'slack:V00000716','2022-12-16 09:30:00.000000','0a2992f2f7e6c614820379848154259c073b4d9afcef265ece0fd884dd08e820');
INSERT INTO "submissions" VALUES(53,'slack:V00000731','2022-12-16 09:30:00.000000','1b96f98b7a70d0f8741dbd5f439653410cf6c042a05b6cd4fe45c7ebf1a6e98f');
INSERT INTO "submissions" VALUES(54,'slack:V00001072','2022-12-21 09:30:00.000000','56a35b37bc5dc02a673234f059a41a8439d87ce0b18724db8a52fc65f54a2a2f');
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
INSERT INTO "terms" VALUES(1,1,1,'6c86caaa24802ce748a069ead506c21dcc55a0007237d4a634d32c82463571d6','{"clause": "1.3", "note": "Each partner keeps its own statutory and regulatory duties (1.5, 7.1) and answers to its own board or cabinet.", "id": "sefton-2022", "title": "Collaboration agreement for the Sefton Partnership", "short_title": "Sefton Partnership", "prefix": "SEF", "document_version": "3", "dated": "2022, day and month left blank", "alongside": ["Services contracts between the ICB and the providers", "Services contracts between the Council and the providers", "Section 75 agreement between the ICB and the Council for 2022/23"], "operational_days": "operational-days", "calendars": {"operational-days": {"clause": "Schedule 1", "note": "The document takes out Saturdays, Sundays and bank holidays in England. Good Friday and Christmas Day are not bank holidays by statute; they are counted as closed, as the published list of bank holidays has them.", "base": "england-and-wales"}, "foi": {"clause": "Schedule 1 (FOIA)", "note": "Freedom of Information Act 2000, section 10. A bank holiday in any part of the United Kingdom is closed.", "base": "uk-any-part"}}, "clocks": {"issue_discussion": {"clause": "5.2", "note": "No limit is set for notifying the others. Clause 5.2 writes operational days in small letters; the defined term of Schedule 1 is taken to be meant.", "name": "Resolve an issue by discussion", "limit": {"number": 20, "unit": "operational-days", "calendar": "operational-days"}, "counts_from": "notified"}, "foi_response": {"clause": "5.3", "note": "Set by the Act for the partner that received the request. It runs on while that partner liaises with the board.", "name": "Answer a request for information", "limit": {"number": 20, "unit": "operational-days", "calendar": "foi"}, "counts_from": "received", "statutory": true}}, "nudges": {"note": "The document says nothing about reminders; these are the usual ones."}, "categories": [{"key": "commissioner", "name": "Commissioner"}, {"key": "council", "name": "Council, commissioner and provider"}, {"key": "provider", "name": "Provider"}, {"key": "primary-care", "name": "Primary care network"}], "partners": [{"clause": "Background (e)", "note": "Commissions social care and public health; provides social care and locality services, itself or by contract.", "key": "sefton-council", "name": "Sefton Metropolitan Borough Council", "short": "Sefton Council", "roles": ["commissioner", "provider"], "category": "council", "aliases": ["the Council", "Sefton MBC"], "public_authority": true, "printed_number": "2 on the cover, none in the parties clause"}, {"key": "mersey-care", "name": "Mersey Care NHS Foundation Trust", "short": "Mersey Care", "roles": ["provider"], "category": "provider", "aliases": ["MCFT"], "public_authority": true, "printed_number": "3 on the cover, 2 in the parties clause"}, {"key": "luhft", "name": "Liverpool University Hospitals NHS Foundation Trust", "short": "LUHFT", "roles": ["provider"], "category": "provider", "aliases": ["Liverpool University Hospitals"], "public_authority": true, "printed_number": "5 on the cover, 4 in the parties clause"}, {"key": "alder-hey", "name": "Alder Hey Children''s Hospital NHS Foundation Trust", "short": "Alder Hey", "roles": ["provider"], "category": "provider", "aliases": ["AHCFT"], "public_authority": true, "printed_number": "6 on the cover, 5 in the parties clause"}, {"note": "Has the same address as Healthwatch Sefton.", "key": "sefton-cvs", "name": "Sefton Council for Voluntary Service", "short": "Sefton CVS", "roles": ["provider"], "category": "provider", "aliases": ["CVS"], "printed_number": "10 on the cover, 9 in the parties clause"}], "leads": {"clause": "8.6", "note": "The document asks for appointed members or attendees with deputies, and does not speak of leads."}, "topics": [{"clause": "8.2", "key": "strategic-policy", "name": "Strategic policy of the place partnership"}, {"clause": "1.2.4", "key": "place-plan", "name": "The place plan for 2022/23"}, {"clause": "8.8", "key": "governance", "name": "Governance and joint decision-making"}, {"clause": "10.2", "key": "risk-reward", "name": "Sharing risk and reward"}], "objectives": [{"clause": "3.1", "key": "education", "name": "Education and training open choices for young people"}, {"clause": "3.1", "key": "first-1001-days", "name": "A best start in the first 1001 days"}, {"clause": "3.1", "key": "transition", "name": "A good transition to adulthood"}, {"clause": "3.1", "key": "fulfilling-role", "name": "A fulfilling role for everyone"}, {"clause": "3.1", "key": "prevention", "name": "Prevention and early intervention"}, {"clause": "3.1", "key": "connected-older-people", "name": "Older people active and connected"}, {"clause": "3.1", "key": "support-in-age", "name": "Support in age with dignity and choice"}, {"clause": "3.1", "key": "age-friendly-places", "name": "Communities and homes fit for later life"}, {"clause": "3.1", "key": "healthy-places", "name": "Places that make health easy"}, {"clause": "3.2", "key": "decide-together", "name": "Decisions on a Best for Sefton basis"}], "principles": [{"clause": "4.3.1", "key": "single-vision", "name": "One vision and few priorities"}, {"clause": "4.3.2", "key": "financial-sustainability", "name": "Financial sustainability"}, {"clause": "4.3.3", "key": "person-centred", "name": "Person-centred and co-produced"}, {"clause": "4.3.4", "key": "ethical", "name": "Ethical and open"}, {"clause": "4.3.5", "key": "lessons-of-covid", "name": "Acting as one"}, {"clause": "4.3.6", "key": "innovation", "name": "Innovation and digital"}, {"clause": "4.3.7", "key": "population-health", "name": "Population health and shared data"}], "programmes": [{"clause": "2.1", "key": "start-well", "name": "Start Well"}, {"clause": "2.1", "key": "live-well", "name": "Live Well"}, {"clause": "2.1", "key": "age-well", "name": "Age Well"}, {"clause": "2.1", "note": "Further priority programmes may be added during the term, Background (d).", "key": "all-age", "name": "All Age"}], "forums": [{"clause": "8.2", "note": "No substantive delegation for the rest of 2022/23, so it recommends and does not decide. Members or their deputies come to every meeting (8.6). How often it meets is left to its terms of reference (8.4).", "key": "partnership-board", "name": "Sefton Partnership board", "kind": "board", "outcome": "recommendation", "chair": {"clause": "8.5", "note": "The chair also represents Sefton on the Cheshire and Merseyside ICP.", "follows": "health-and-wellbeing-board", "deputy": "GP lead clinician from Sefton"}, "reports_to": ["health-and-wellbeing-board", "icb-board"], "all_partners_attend": true}, {"clause": "8.9", "note": "A committee of the Council. Part of the partnership''s structure (8.1), it receives the board''s reports.", "key": "health-and-wellbeing-board", "name": "Sefton Health and Wellbeing Board", "kind": "committee", "outcome": "decision", "outside": true}, {"clause": "8.3.2", "key": "icb-board", "name": "Cheshire and Merseyside Integrated Care Board", "kind": "board", "outcome": "decision", "outside": true}, {"clause": "8.5", "key": "cm-icp", "name": "Cheshire and Merseyside Integrated Care Partnership", "kind": "board", "outcome": "decision", "outside": true}], "decision_rules": {"recommendation": {"clause": "8.7", "note": "Consensus of the partners present. No vote and no quorum are stated; the terms of reference may say more.", "name": "Recommendation of the board", "forum": "partnership-board", "who": ["present"], "threshold": {"kind": "consensus"}}, "agreement": {"clause": "1.5", "note": "Needed before this agreement takes precedence over a services contract.", "name": "Agreement of all partners", "threshold": {"kind": "unanimous"}, "written": true}, "variation": {"clause": "13", "name": "Variation", "threshold": {"kind": "unanimous"}, "casting_vote": "the chair", "written": true}, "consent": {"clause": "9.1.2", "note": "Silence is not consent, and a consent given after taking part does not cure it.", "name": "Consent of the other partners to a conflicted one", "who": ["all-but-concerned"], "threshold": {"kind": "unanimous"}}, "governance": {"clause": "8.8", "note": "The document names the approval of the relevant bodies and no threshold; agreement of all is assumed.", "name": "New governance arrangements", "threshold": {"kind": "unanimous"}, "topics": ["governance"], "ratified_by_each": true}}, "issues": {"clause": "5", "note": "An extension by the affected partners is assumed; the document does not speak of one.", "approach": ["no-blame", "mutual-benefit", "equal-parties", "not-adversarial", "good-faith"], "approach_clause": "5.1", "stages": [{"clause": "5.2", "note": "Nothing is said about what follows when the discussion fails.", "key": "discussion", "name": "Discussion between the partners", "kind": "discussion", "clock": "issue_discussion", "moved_on_by": ["affected-partner", "secretary"], "next": "vote"}, {"key": "vote", "name": "A vote", "kind": "vote", "rule": "agreement", "moved_on_by": ["affected-partner", "secretary"], "next": "facilitation"}, {"key": "facilitation", "name": "Facilitation", "kind": "facilitation", "moved_on_by": ["affected-partner", "secretary"]}]}, "reviews": [{"clause": "12", "note": "Counted from 1 July 2022 whenever the agreement is signed. The partners may review at any other time too.", "key": "six-monthly", "name": "Six-monthly review", "looks_at": ["Progress made", "Terms of the agreement"], "counts_from": "fixed-date", "on": "2022-07-01", "every": {"number": 6, "unit": "months"}}, {"clause": "8.5", "note": "The document says bi-annual, which can mean twice a year or every two years. From when is not said; commencement is assumed.", "key": "chairing", "name": "Chairing arrangements", "looks_at": ["Who chairs the board and who is deputy"], "by": "partnership-board", "counts_from": "commencement", "triggers": ["The law changes"]}, {"clause": "8.8", "note": "During 2022/23. What comes of it needs the approval of the relevant bodies.", "key": "governance", "name": "Governance arrangements", "looks_at": ["Governance of the partnership", "A joint committee under the Health and Care Act 2022"], "completed_by": "2023-03-31"}], "conflicts": {"clause": "9.1.1", "note": "Consent of the other partners before taking part is clause 9.1.2; the Council''s two roles are Background (e). Clause 9.1.2 ends in \"and\" with nothing after it.", "apparent": true, "may_arise": true, "of_people": true, "disclosed_to": "all-partners", "within": "immediately", "consent_of": "other-partners", "consent_before": "participating", "dual_roles_declare": true}, "signatures": {"clause": "1.5", "note": "Each partner confirms that it has its authorisations and its leadership body''s approval. No signature block is printed, though variations must be signed (13); another may sign on a partner''s behalf.", "forms": ["unstated"], "no_printed_block": true, "authority_attested": true, "on_behalf_allowed": true, "effect": {"clause": "12.1", "note": "Takes effect on the date entered on page one, which is blank.", "rule": "stated-date"}}, "changes": [{"clause": "13", "note": "All partners are taken to be meant. A review of the terms (12) still needs this.", "how": "variation", "rule": "variation", "written": true, "signed": true}, {"how": "termination", "rule": "agreement"}], "term": {"clause": "12.1", "note": "Runs until ended under its terms, but it has no terms for ending it.", "open_ended": true}, "enquiries": {"clause": "5.3", "note": "Liaison on what the response says, not approval. Clause 11.5 holds every partner subject to FOIA, though some may not be public authorities; those are left open.", "kinds": ["Formal enquiry", "Complaint", "Claim", "Threat of action", "Supplier''s claim", "Request under FOIA"], "liaise_with": "partnership-board", "before_response": true, "clocks": ["foi_response"]}, "trackers": [{"clause": "7.4", "key": "works", "name": "Works", "statuses": ["Idle", "Done", "Done, but leaking"], "colours": {"Done": "green", "Done, but leaking": "amber"}, "confirmed_by": "partnership-board"}], "milestones": [{"clause": "1.2.4", "note": "Called place plan, Place Delivery Plan and place delivery plan.", "key": "place-plan", "name": "Place plan for 2022/23", "condition": "Implemented once the partners have agreed it"}, {"clause": "8.2", "key": "no-delegation", "name": "End of the year without substantive delegation to place", "on": "2023-03-31", "precision": "financial-year", "owner": "partnership-board"}], "oddities": ["The parties are numbered 1 to 11 on the cover; the parties clause leaves the Council unnumbered and counts to 10.", "Clause 12.1 refers to the variations clause by a broken cross-reference.", "Schedule 1 places the principles in clause 7.3; they are in 4.3.", "Clause 9.1.2 ends as if a 9.1.3 followed.", "Claims and Insolvency are defined and never used.", "Versions 1 and 3 are dated by month only.", "The definition of confidential information covers the provisions of the agreement itself."], "open": [{"key": "commencement", "question": "On which day does the agreement commence? The date on page one is blank.", "path": "term.begins"}, {"key": "chairing-interval", "question": "Are the chairing arrangements reviewed twice a year or every two years (8.5, bi-annual)?", "path": "reviews.chairing.every", "choices": ["6 months", "2 years"]}, {"key": "after-discussion", "question": "What happens when the discussion has not resolved an issue within 20 operational days (5.2)?"}, {"key": "ending", "question": "How may the agreement be ended? Clause 12.1 refers to terms that are not there."}, {"key": "signing", "question": "Which forms of signature do the partners accept? No signature block is printed.", "path": "signatures.forms", "choices": ["in-chat", "scanned-pdf", "scanned-jpeg", "wet-ink"]}, {"key": "public-authorities", "question": "Which of Healthwatch, the PCNs, Sefton CVS and One Vision Housing does FOIA bind (11.5)?"}, {"key": "information-requests", "question": "Within what time does a partner answer another''s request for information (6)?"}]}','# Collaboration agreement for the Sefton Partnership (2022, version 3).
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
- key: alder-hey
  name: Alder Hey Children''s Hospital NHS Foundation Trust
  short: Alder Hey
  roles: [provider]
  category: provider
  aliases: [AHCFT]
  printed_number: 6 on the cover, 5 in the parties clause
  public_authority: true
- key: sefton-cvs
  name: Sefton Council for Voluntary Service
  short: Sefton CVS
  roles: [provider]
  category: provider
  aliases: [CVS]
  printed_number: 10 on the cover, 9 in the parties clause
  note: Has the same address as Healthwatch Sefton.
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
    casting_vote: the chair
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

    next: vote
  - key: vote
    name: A vote
    kind: vote
    rule: agreement
    moved_on_by:
    - affected-partner
    - secretary
    next: facilitation
  - key: facilitation
    name: Facilitation
    kind: facilitation
    moved_on_by:
    - affected-partner
    - secretary
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
  triggers:
  - The law changes
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

- how: termination
  rule: agreement
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
trackers:
- key: works
  name: Works
  clause: ''7.4''
  statuses: [Idle, Done, ''Done, but leaking'']
  colours: {Done: green, ''Done, but leaking'': amber}
  confirmed_by: partnership-board
','2022-12-16 09:30:00.000000');
INSERT INTO "terms" VALUES(2,2,1,'978aaa52d2e4f8737d434b941eb5ff39e2b4a5f72028fe2922deb2fbdf429574','{"clause": "2.1", "note": "No legal entity, and no partner may commit another (15.1).", "id": "one-halton-2021", "title": "Memorandum of understanding for the One Halton Integrated Care Partnership", "short_title": "One Halton", "prefix": "HAL", "alongside": ["Existing contracts and arrangements for care, support and community services"], "operational_days": "operational-days", "calendars": {"operational-days": {"clause": "12.4", "note": "The term Operational Days is capitalised and nowhere defined; a person decides which calendar is meant."}}, "clocks": {"issue_discussion": {"clause": "12.4", "note": "No limit is set for notifying the others, and each may be notified at another time.", "name": "Resolve an issue by discussion", "limit": {"number": 20, "unit": "operational-days", "calendar": "operational-days"}, "counts_from": "notified"}}, "nudges": {"note": "The document says nothing about reminders; these are the usual ones."}, "categories": [{"key": "council", "name": "Council"}, {"key": "nhs-commissioner", "name": "NHS commissioner"}, {"key": "nhs-provider", "name": "NHS provider"}, {"key": "primary-care", "name": "Primary care network"}, {"key": "voluntary", "name": "Voluntary and community"}, {"key": "housing", "name": "Housing"}, {"key": "healthwatch", "name": "Healthwatch"}], "partners": [{"clause": "5", "note": "Acts as a provider and as a commissioner.", "key": "halton-council", "name": "Halton Borough Council", "short": "Halton Council", "roles": ["commissioner", "provider"], "category": "council", "aliases": ["HBC", "Halton MBC", "the Council"], "public_authority": true}, {"clause": "5", "note": "Clause 5 names the NHS ICS in its place as the alternative.", "key": "halton-ccg", "name": "NHS Halton Clinical Commissioning Group", "short": "Halton CCG", "roles": ["commissioner"], "category": "nhs-commissioner", "aliases": ["NHS Halton CCG"], "public_authority": true}, {"key": "mersey-care", "name": "Mersey Care NHS Foundation Trust", "short": "Mersey Care", "roles": ["provider"], "category": "nhs-provider", "aliases": ["MCFT"], "public_authority": true}, {"key": "st-helens-knowsley", "name": "St Helens & Knowsley Teaching Hospitals NHS Trust", "short": "St Helens and Knowsley", "roles": ["provider"], "category": "nhs-provider", "public_authority": true}, {"key": "warrington-halton", "name": "Warrington and Halton Teaching Hospitals NHS Foundation Trust", "short": "Warrington and Halton", "roles": ["provider"], "category": "nhs-provider", "aliases": ["Warrington and Halton Hospitals NHS FT"], "public_authority": true}, {"key": "bridgewater", "name": "Bridgewater Community Healthcare NHS Foundation Trust", "short": "Bridgewater", "roles": ["provider"], "category": "nhs-provider", "public_authority": true}, {"key": "runcorn-pcn", "name": "Runcorn Primary Care Network", "short": "Runcorn PCN", "roles": ["provider"], "category": "primary-care"}, {"key": "widnes-pcn", "name": "Widnes Primary Care Network", "short": "Widnes PCN", "roles": ["provider"], "category": "primary-care"}, {"note": "A party on the cover and in 10.2, without a row in the signature table (16).", "key": "hsh-voluntary-action", "name": "Halton & St Helens Voluntary and Community Action", "short": "Voluntary and Community Action", "roles": ["other"], "category": "voluntary"}, {"key": "halton-housing", "name": "Halton Housing", "short": "Halton Housing", "roles": ["other"], "category": "housing"}, {"note": "Providers and Commissioners are not defined; this one, the voluntary sector and housing are listed as neither.", "key": "healthwatch-halton", "name": "Healthwatch Halton", "short": "Healthwatch Halton", "roles": ["other"], "category": "healthwatch"}], "leads": {"clause": "10.1", "note": "No time is set for naming the lead.", "senior": true}, "topics": [{"clause": "Overarching Note", "key": "priority-areas", "name": "The agreed Priority Areas"}, {"clause": "9.1", "key": "improvements", "name": "Improvements and milestones"}, {"clause": "11.3", "key": "governance", "name": "Governance arrangements"}, {"clause": "14.2", "key": "duration", "name": "Ending early, extending or revising"}], "objectives": [{"clause": "3.3", "key": "outcomes-framework", "name": "An outcomes framework and the ICP Plan"}, {"clause": "3.3", "key": "lessons-of-covid", "name": "Lessons of the pandemic"}, {"clause": "3.3", "key": "governance", "name": "Collaborative governance"}, {"clause": "3.3", "key": "quality-and-finance", "name": "Sound quality, performance and finance"}, {"clause": "3.3", "key": "population-health", "name": "Population health systems and intelligence"}, {"clause": "3.3", "key": "research", "name": "Research led by primary care"}], "principles": [{"clause": "6", "key": "residents-first", "name": "Residents'' interest before one''s own"}, {"clause": "6", "key": "no-obligations", "name": "No obligations to outsiders"}, {"clause": "6", "key": "merit", "name": "Awards and appointments on merit"}, {"clause": "6", "key": "accountability", "name": "Accountability and scrutiny"}, {"clause": "6", "key": "openness", "name": "Openness, with reasons for decisions"}, {"clause": "6", "key": "declaring-interests", "name": "Declaring private interests"}, {"clause": "6", "key": "leadership", "name": "Leading by example"}, {"clause": "6", "key": "shared-risk", "name": "Owning risk and reward together in time"}, {"clause": "6", "key": "improvement", "name": "Continuous measured improvement"}, {"clause": "6", "key": "engagement", "name": "Halton''s people at the heart"}], "forums": [{"clause": "14.2", "note": "Named as the expected route for early ending, extension and revision. It manages the framework tracker (Briefing 2.5). Nothing is delegated to it yet (Briefing 2.3, 3.12), so it is taken to recommend.", "key": "icp-board", "name": "One Halton ICP Board", "kind": "board", "outcome": "recommendation"}, {"clause": "Briefing 2.1", "note": "The members of the former One Halton Forum; to be replaced by the ICP Board.", "key": "icp-meeting", "name": "Informal One Halton ICP meeting", "kind": "group", "outcome": "advice", "cadence": {"every": {"number": 1, "unit": "months"}, "as_printed": "monthly"}, "temporary": true}, {"clause": "Briefing 3.4", "note": "Body of last recourse, to which the Partnership Board answers. The public may listen and not contribute. The two tables of meetings are a guide only (Briefing 3.4), and the notes that their figures point to are missing.", "key": "cm-partnership-assembly", "name": "Cheshire and Merseyside Partnership Assembly", "kind": "assembly", "outcome": "advice", "cadence": {"times_a_year": 3, "as_printed": "three times a year"}, "public": true, "outside": true}, {"clause": "Briefing 3.4", "note": "Authorises expenditure and policy where appropriate.", "key": "cm-partnership-board", "name": "Cheshire and Merseyside Partnership Board", "kind": "board", "outcome": "decision", "cadence": {"every": {"number": 2, "unit": "months"}, "as_printed": "alternate months"}, "reports_to": ["cm-partnership-assembly"], "outside": true}, {"clause": "Briefing 3.4", "key": "cm-political-assembly", "name": "Cheshire and Merseyside Political Assembly", "kind": "assembly", "outcome": "advice", "cadence": {"note": "Read as every three months, unless it is not needed.", "every": {"number": 3, "unit": "months"}, "as_printed": "as needed (quarterly)"}, "outside": true}, {"clause": "Briefing 3.4", "note": "Expected to emerge, one for each borough; to whom they report is still to be confirmed.", "key": "place-boards", "name": "Place Boards", "kind": "board", "outcome": "decision", "cadence": {"every": {"number": 1, "unit": "months"}, "as_printed": "monthly"}, "outside": true}, {"clause": "Briefing 3.4", "note": "Formerly the Partnership Coordination Group.", "key": "ics-development-advisory-group", "name": "ICS Development Advisory Group", "kind": "advisory", "outcome": "advice", "cadence": {"every": {"number": 1, "unit": "months"}, "as_printed": "monthly"}, "reports_to": ["cm-partnership-board"], "outside": true, "temporary": true}, {"clause": "Briefing 3.4", "note": "The emerging Place Forum; a structure of NHS command and control.", "key": "ooh-cell", "name": "OOH Cell", "kind": "group", "outcome": "advice", "cadence": {"every": {"number": 1, "unit": "weeks"}, "as_printed": "weekly"}, "outside": true}, {"clause": "Briefing 3.4", "key": "icp-network", "name": "ICP Network", "kind": "group", "outcome": "advice", "cadence": {"every": {"number": 3, "unit": "months"}, "as_printed": "quarterly"}, "outside": true}, {"clause": "Briefing 3.4", "note": "Reports to the Partnership Board in alternate months.", "key": "ics-programme-board", "name": "ICS Programme Board", "kind": "board", "outcome": "recommendation", "cadence": {"every": {"number": 1, "unit": "months"}, "as_printed": "monthly"}, "reports_to": ["cm-partnership-board"], "outside": true}, {"clause": "7.1", "note": "Its strategy is the focus of the partners'' work.", "key": "health-and-wellbeing-board", "name": "Halton Health and Wellbeing Board", "kind": "committee", "outcome": "decision", "outside": true}], "decision_rules": {"agreement": {"clause": "Overarching Note", "note": "The partners agree; all of them are taken to be meant. No vote is provided for anywhere.", "name": "Agreement of the partners", "threshold": {"kind": "unanimous"}}, "written-agreement": {"clause": "14.2", "note": "All partners are taken to be meant. The ICP Board is the expected route, not the electorate.", "name": "Written agreement of the partners", "threshold": {"kind": "unanimous"}, "written": true, "topics": ["duration"]}}, "issues": {"clause": "12", "note": "Covers disputes about One Halton and about other related partnerships (12.1). An extension by the affected partners is assumed; the document does not speak of one.", "approach": ["no-blame", "mutual-benefit", "equal-parties", "not-adversarial", "good-faith"], "approach_clause": "12.3", "stages": [{"clause": "12.4", "note": "A dispute resolution process is to follow where necessary (12.2), but none is described.", "key": "discussion", "name": "Discussion between the partners", "kind": "discussion", "clock": "issue_discussion", "moved_on_by": ["affected-partner", "secretary"]}]}, "reviews": [{"clause": "Overarching Note", "note": "Signed by 30 September 2021 there is one review before the end; signed later there is none.", "key": "six-monthly", "name": "Six-monthly review", "looks_at": ["Progress made", "Terms of the MoU"], "counts_from": "commencement", "every": {"number": 6, "unit": "months"}}, {"clause": "11.3", "note": "Regular, without an interval. Commencement is assumed as the day to count from.", "key": "governance", "name": "Governance arrangements", "looks_at": ["Governance arrangements"], "counts_from": "commencement", "triggers": ["Legislation changes"]}, {"clause": "9.2", "note": "Ongoing, without an interval. Commencement is assumed as the day to count from.", "key": "monitoring", "name": "Monitoring against milestones", "looks_at": ["Performance against milestones", "Agreed improvements"], "counts_from": "commencement"}], "conflicts": {"clause": "13.2", "note": "Each partner discloses; to whom and how soon is not said. Clause 6 asks for private interests to be declared.", "may_arise": true}, "signatures": {"clause": "16", "note": "Ten rows are printed for eleven parties.", "fields": ["organisation", "signature", "name", "position", "date"], "forms": ["unstated"], "no_printed_row": ["hsh-voluntary-action"], "effect": {"clause": "14.1", "note": "Which of the signatures gives the date is not said; that all must have signed is assumed.", "rule": "date-signed"}}, "changes": [{"clause": "14.2", "how": "variation", "rule": "written-agreement", "written": true, "forum": "icp-board"}, {"clause": "14.2", "note": "An extension agreed after 31 March 2022 is a new agreement.", "how": "extension", "rule": "written-agreement", "written": true, "forum": "icp-board"}, {"clause": "14.2", "how": "termination", "rule": "written-agreement", "written": true, "forum": "icp-board"}], "term": {"clause": "14.1", "note": "Begins on the date signed; the commencement date is used in the Overarching Note and not defined.", "ends": "2022-03-31"}, "trackers": [{"clause": "Briefing 2.5", "note": "Seven features, twenty criteria (Briefing 2.4). The column is headed RAG and holds no colours, so none are given here. It is managed through the ICP Board, which is taken to mean that the Board confirms what changes in it.", "key": "icp-framework", "name": "ICP development framework", "statuses": ["Achieved", "In Progress", "Started", "TBC", "Completed, but refreshing", "In Part", "Not yet available", "Not Started", "Restart", "In development"], "confirmed_by": "icp-board"}], "milestones": [{"clause": "Briefing 2.9", "note": "Five half-day workshops from May 2021, without dates.", "key": "leadership-programme", "name": "Leadership development programme begun", "on": "2021-05-31", "precision": "month"}, {"clause": "Briefing 2.10", "note": "For each of the five; no dates are given.", "key": "workshop-learning", "name": "What is learnt at the five leadership workshops collated", "condition": "The workshop has been held"}, {"clause": "Briefing 3.13", "note": "As reported; another MoU than the one between Place and the ICS (Briefing 3.11).", "key": "ics-mou", "name": "MoU with the ICS signed by all partners", "on": "2021-06-30", "precision": "month"}, {"clause": "Briefing 3.5", "key": "cm-programmes", "name": "Twelve programmes signed off by the C&M Transformation Board", "on": "2021-06-30", "precision": "month"}, {"clause": "Briefing 3.10", "note": "The HCP Board is taken to be the Partnership Board of Briefing 3.4.", "key": "commissioning-review", "name": "Commissioning functions review approved by the C&M HCP Board", "on": "2021-07-31", "precision": "month", "owner": "cm-partnership-board"}, {"clause": "Briefing 3.11", "note": "Another MoU than the one all partners are reported to have signed (Briefing 3.13). The tracker says not yet developed.", "key": "place-mou", "name": "MoU between Place and the ICS", "on": "2021-09-30", "precision": "month", "owner": "icp-board"}, {"clause": "Briefing 3.10", "note": "Ahead of April 2022, which is read as by the end of March.", "key": "operating-models", "name": "New commissioning operating models", "on": "2022-03-31", "precision": "month"}, {"clause": "Briefing 3.12", "key": "delegation", "name": "Delegation of functions to place", "condition": "The ICS is satisfied with the ICP framework"}, {"clause": "Briefing 4.3", "note": "No date is set.", "key": "design-framework", "name": "Design framework of ICSs reviewed and acted upon", "condition": "The ICP Board reviews the guidance published on 16 June 2021", "owner": "icp-board"}, {"clause": "Briefing 3.15", "note": "Halton Borough Council is reported to have signed. No date is set.", "key": "data-sharing", "name": "Share2Care Tier 2 data sharing agreement signed by each organisation", "condition": "Signed and returned by each organisation"}], "oddities": ["The contents list runs from 0 to 14, the body from 1 to 16; Principles is split over 4, 5 and 6.", "The signature table has ten rows for eleven parties.", "Operational Days, Outcomes, Population, Priority Areas, Commissioners and Providers are capitalised and undefined.", "Service Contracts and Services Contracts are both written.", "MoU, MOU and agreement are used for the same document.", "Figure 1 and the governance diagram are missing."], "open": [{"key": "operational-days", "question": "Which days are Operational Days (12.4)? The document does not define them.", "path": "calendars.operational-days.base", "choices": ["england-and-wales", "scotland", "northern-ireland", "uk-any-part", "every-day"]}, {"key": "commencement", "question": "On which day does the MoU begin? It says the date signed (14.1), and not whose signature.", "path": "term.begins"}, {"key": "after-discussion", "question": "What is the dispute resolution process of 12.2, after 20 Operational Days of discussion?"}, {"key": "missing-row", "question": "How does Halton & St Helens Voluntary and Community Action sign? The table has no row for it."}, {"key": "signing", "question": "Which forms of signature do the partners accept? The document does not say.", "path": "signatures.forms", "choices": ["in-chat", "scanned-pdf", "scanned-jpeg", "wet-ink"]}, {"key": "governance-interval", "question": "How often are the governance arrangements reviewed (11.3, regular)?", "path": "reviews.governance.every"}, {"key": "monitoring-interval", "question": "How often is performance monitored against milestones (9.2, ongoing)?", "path": "reviews.monitoring.every"}, {"key": "disclosure", "question": "How soon, if at once, must a conflict of interest be disclosed (13.2)?", "path": "conflicts.within"}, {"key": "disclosed-to", "question": "To whom is a conflict of interest disclosed (13.2)?", "path": "conflicts.disclosed_to", "choices": ["all-partners", "forum"]}, {"key": "priority-areas", "question": "Which are the Priority Areas? The document names none."}]}','# Memorandum of understanding for the One Halton Integrated Care Partnership (2021).
# Facts in our own words. `clause` is the number printed in the body, which from 6 on is two more than in the contents list.
# "Briefing" is the stakeholder briefing of June 2021 to the Health and Wellbeing Board.

id: one-halton-2021
title: Memorandum of understanding for the One Halton Integrated Care Partnership
short_title: One Halton
prefix: HAL
clause: "2.1"
binding: false
note: No legal entity, and no partner may commit another (15.1).
alongside:
  - Existing contracts and arrangements for care, support and community services

# --- Time ---

timezone: Europe/London
working_hours: ["09:00", "17:00"]
operational_days: operational-days

calendars:
  operational-days:
    clause: "12.4"
    note: The term Operational Days is capitalised and nowhere defined; a person decides which calendar is meant.

clocks:
  issue_discussion:
    name: Resolve an issue by discussion
    clause: "12.4"
    counts_from: notified
    limit: {number: 20, unit: operational-days, calendar: operational-days}
    note: No limit is set for notifying the others, and each may be notified at another time.

nudges:
  before: [10, 5, 2, 1, 0]
  after_every: 2
  note: The document says nothing about reminders; these are the usual ones.

# --- Who ---

categories:
  - {key: council, name: Council}
  - {key: nhs-commissioner, name: NHS commissioner}
  - {key: nhs-provider, name: NHS provider}
  - {key: primary-care, name: Primary care network}
  - {key: voluntary, name: Voluntary and community}
  - {key: housing, name: Housing}
  - {key: healthwatch, name: Healthwatch}

partners:
  - key: halton-council
    name: Halton Borough Council
    short: Halton Council
    roles: [commissioner, provider]
    category: council
    clause: "5"
    aliases: [HBC, Halton MBC, the Council]
    public_authority: true
    note: Acts as a provider and as a commissioner.
  - key: halton-ccg
    name: NHS Halton Clinical Commissioning Group
    short: Halton CCG
    roles: [commissioner]
    category: nhs-commissioner
    clause: "5"
    aliases: [NHS Halton CCG]
    public_authority: true
    note: Clause 5 names the NHS ICS in its place as the alternative.
  - key: mersey-care
    name: Mersey Care NHS Foundation Trust
    short: Mersey Care
    roles: [provider]
    category: nhs-provider
    aliases: [MCFT]
    public_authority: true
  - key: st-helens-knowsley
    name: St Helens & Knowsley Teaching Hospitals NHS Trust
    short: St Helens and Knowsley
    roles: [provider]
    category: nhs-provider
    public_authority: true
  - key: warrington-halton
    name: Warrington and Halton Teaching Hospitals NHS Foundation Trust
    short: Warrington and Halton
    roles: [provider]
    category: nhs-provider
    aliases: [Warrington and Halton Hospitals NHS FT]
    public_authority: true
  - key: bridgewater
    name: Bridgewater Community Healthcare NHS Foundation Trust
    short: Bridgewater
    roles: [provider]
    category: nhs-provider
    public_authority: true
  - key: runcorn-pcn
    name: Runcorn Primary Care Network
    short: Runcorn PCN
    roles: [provider]
    category: primary-care
  - key: widnes-pcn
    name: Widnes Primary Care Network
    short: Widnes PCN
    roles: [provider]
    category: primary-care
  - key: hsh-voluntary-action
    name: Halton & St Helens Voluntary and Community Action
    short: Voluntary and Community Action
    roles: [other]
    category: voluntary
    note: A party on the cover and in 10.2, without a row in the signature table (16).
  - key: halton-housing
    name: Halton Housing
    short: Halton Housing
    roles: [other]
    category: housing
  - key: healthwatch-halton
    name: Healthwatch Halton
    short: Healthwatch Halton
    roles: [other]
    category: healthwatch
    note: Providers and Commissioners are not defined; this one, the voluntary sector and housing are listed as neither.

leads:
  clause: "10.1"
  one_per_partner: true
  senior: true
  note: No time is set for naming the lead.

forums:
  - key: icp-board
    name: One Halton ICP Board
    kind: board
    outcome: recommendation
    clause: "14.2"
    note: >-
      Named as the expected route for early ending, extension and revision. It manages the framework tracker (Briefing
      2.5). Nothing is delegated to it yet (Briefing 2.3, 3.12), so it is taken to recommend.
  - key: icp-meeting
    name: Informal One Halton ICP meeting
    kind: group
    outcome: advice
    clause: Briefing 2.1
    temporary: true
    cadence:
      every: {number: 1, unit: months}
      as_printed: monthly
    note: The members of the former One Halton Forum; to be replaced by the ICP Board.
  - key: cm-partnership-assembly
    name: Cheshire and Merseyside Partnership Assembly
    kind: assembly
    outcome: advice
    clause: Briefing 3.4
    outside: true
    public: true
    cadence:
      times_a_year: 3
      as_printed: three times a year
    note: >-
      Body of last recourse, to which the Partnership Board answers. The public may listen and not contribute. The two
      tables of meetings are a guide only (Briefing 3.4), and the notes that their figures point to are missing.
  - key: cm-partnership-board
    name: Cheshire and Merseyside Partnership Board
    kind: board
    outcome: decision
    clause: Briefing 3.4
    outside: true
    reports_to: [cm-partnership-assembly]
    cadence:
      every: {number: 2, unit: months}
      as_printed: alternate months
    note: Authorises expenditure and policy where appropriate.
  - key: cm-political-assembly
    name: Cheshire and Merseyside Political Assembly
    kind: assembly
    outcome: advice
    clause: Briefing 3.4
    outside: true
    cadence:
      every: {number: 3, unit: months}
      as_printed: as needed (quarterly)
      note: Read as every three months, unless it is not needed.
  - key: place-boards
    name: Place Boards
    kind: board
    outcome: decision
    clause: Briefing 3.4
    outside: true
    cadence:
      every: {number: 1, unit: months}
      as_printed: monthly
    note: Expected to emerge, one for each borough; to whom they report is still to be confirmed.
  - key: ics-development-advisory-group
    name: ICS Development Advisory Group
    kind: advisory
    outcome: advice
    clause: Briefing 3.4
    outside: true
    temporary: true
    reports_to: [cm-partnership-board]
    cadence:
      every: {number: 1, unit: months}
      as_printed: monthly
    note: Formerly the Partnership Coordination Group.
  - key: ooh-cell
    name: OOH Cell
    kind: group
    outcome: advice
    clause: Briefing 3.4
    outside: true
    cadence:
      every: {number: 1, unit: weeks}
      as_printed: weekly
    note: The emerging Place Forum; a structure of NHS command and control.
  - key: icp-network
    name: ICP Network
    kind: group
    outcome: advice
    clause: Briefing 3.4
    outside: true
    cadence:
      every: {number: 3, unit: months}
      as_printed: quarterly
  - key: ics-programme-board
    name: ICS Programme Board
    kind: board
    outcome: recommendation
    clause: Briefing 3.4
    outside: true
    reports_to: [cm-partnership-board]
    cadence:
      every: {number: 1, unit: months}
      as_printed: monthly
    note: Reports to the Partnership Board in alternate months.
  - key: health-and-wellbeing-board
    name: Halton Health and Wellbeing Board
    kind: committee
    outcome: decision
    clause: "7.1"
    outside: true
    note: Its strategy is the focus of the partners'' work.

# --- What may be decided, by whom ---

objectives:
  - {key: outcomes-framework, name: An outcomes framework and the ICP Plan, clause: "3.3"}
  - {key: lessons-of-covid, name: Lessons of the pandemic, clause: "3.3"}
  - {key: governance, name: Collaborative governance, clause: "3.3"}
  - {key: quality-and-finance, name: "Sound quality, performance and finance", clause: "3.3"}
  - {key: population-health, name: Population health systems and intelligence, clause: "3.3"}
  - {key: research, name: Research led by primary care, clause: "3.3"}

principles:
  - {key: residents-first, name: Residents'' interest before one''s own, clause: "6"}
  - {key: no-obligations, name: No obligations to outsiders, clause: "6"}
  - {key: merit, name: Awards and appointments on merit, clause: "6"}
  - {key: accountability, name: Accountability and scrutiny, clause: "6"}
  - {key: openness, name: "Openness, with reasons for decisions", clause: "6"}
  - {key: declaring-interests, name: Declaring private interests, clause: "6"}
  - {key: leadership, name: Leading by example, clause: "6"}
  - {key: shared-risk, name: Owning risk and reward together in time, clause: "6"}
  - {key: improvement, name: Continuous measured improvement, clause: "6"}
  - {key: engagement, name: Halton''s people at the heart, clause: "6"}

topics:
  - {key: priority-areas, name: The agreed Priority Areas, clause: Overarching Note}
  - {key: improvements, name: Improvements and milestones, clause: "9.1"}
  - {key: governance, name: Governance arrangements, clause: "11.3"}
  - {key: duration, name: "Ending early, extending or revising", clause: "14.2"}

decision_rules:
  agreement:
    name: Agreement of the partners
    clause: Overarching Note
    threshold: {kind: unanimous}
    note: The partners agree; all of them are taken to be meant. No vote is provided for anywhere.
  written-agreement:
    name: Written agreement of the partners
    clause: "14.2"
    threshold: {kind: unanimous}
    written: true
    topics: [duration]
    note: All partners are taken to be meant. The ICP Board is the expected route, not the electorate.

issues:
  clause: "12"
  approach: [no-blame, mutual-benefit, equal-parties, not-adversarial, good-faith]
  approach_clause: "12.3"
  notify: all-partners
  extension_by: affected-partners
  note: >-
    Covers disputes about One Halton and about other related partnerships (12.1). An extension by the affected partners
    is assumed; the document does not speak of one.
  stages:
    - key: discussion
      name: Discussion between the partners
      kind: discussion
      clause: "12.4"
      clock: issue_discussion
      moved_on_by: [affected-partner, secretary]
      settled_when: all-affected-agree
      on_time_up: ask
      note: A dispute resolution process is to follow where necessary (12.2), but none is described.

# --- Reviews, conflicts, signatures, term ---

reviews:
  - key: six-monthly
    name: Six-monthly review
    clause: Overarching Note
    looks_at: [Progress made, Terms of the MoU]
    by: partners
    counts_from: commencement
    every: {number: 6, unit: months}
    note: Signed by 30 September 2021 there is one review before the end; signed later there is none.
  - key: governance
    name: Governance arrangements
    clause: "11.3"
    looks_at: [Governance arrangements]
    by: partners
    counts_from: commencement
    triggers: [Legislation changes]
    note: Regular, without an interval. Commencement is assumed as the day to count from.
  - key: monitoring
    name: Monitoring against milestones
    clause: "9.2"
    looks_at: [Performance against milestones, Agreed improvements]
    by: partners
    counts_from: commencement
    note: Ongoing, without an interval. Commencement is assumed as the day to count from.

conflicts:
  clause: "13.2"
  real: true
  apparent: false
  may_arise: true
  of_people: false
  disclosed_to: unstated
  within: unstated
  consent_of: none
  consent_before: none
  dual_roles_declare: false
  note: Each partner discloses; to whom and how soon is not said. Clause 6 asks for private interests to be declared.

signatures:
  clause: "16"
  fields: [organisation, signature, name, position, date]
  forms: [unstated]
  counterparts: false
  no_printed_row: [hsh-voluntary-action]
  effect:
    rule: date-signed
    and_all_signed: true
    clause: "14.1"
    note: Which of the signatures gives the date is not said; that all must have signed is assumed.
  note: Ten rows are printed for eleven parties.

changes:
  - how: variation
    rule: written-agreement
    written: true
    forum: icp-board
    clause: "14.2"
  - how: extension
    rule: written-agreement
    written: true
    forum: icp-board
    clause: "14.2"
    note: An extension agreed after 31 March 2022 is a new agreement.
  - how: termination
    rule: written-agreement
    written: true
    forum: icp-board
    clause: "14.2"

term:
  clause: "14.1"
  ends: 2022-03-31
  note: Begins on the date signed; the commencement date is used in the Overarching Note and not defined.

# --- Trackers and dates ---

trackers:
  - key: icp-framework
    name: ICP development framework
    clause: Briefing 2.5
    confirmed_by: icp-board
    statuses:
      - Achieved
      - In Progress
      - Started
      - TBC
      - Completed, but refreshing
      - In Part
      - Not yet available
      - Not Started
      - Restart
      - In development
    note: >-
      Seven features, twenty criteria (Briefing 2.4). The column is headed RAG and holds no colours, so none are given
      here. It is managed through the ICP Board, which is taken to mean that the Board confirms what changes in it.

milestones:
  - key: leadership-programme
    name: Leadership development programme begun
    clause: Briefing 2.9
    on: 2021-05-31
    precision: month
    note: Five half-day workshops from May 2021, without dates.
  - key: workshop-learning
    name: What is learnt at the five leadership workshops collated
    clause: Briefing 2.10
    condition: The workshop has been held
    note: For each of the five; no dates are given.
  - key: ics-mou
    name: MoU with the ICS signed by all partners
    clause: Briefing 3.13
    on: 2021-06-30
    precision: month
    note: As reported; another MoU than the one between Place and the ICS (Briefing 3.11).
  - key: cm-programmes
    name: Twelve programmes signed off by the C&M Transformation Board
    clause: Briefing 3.5
    on: 2021-06-30
    precision: month
  - key: commissioning-review
    name: Commissioning functions review approved by the C&M HCP Board
    clause: Briefing 3.10
    on: 2021-07-31
    precision: month
    owner: cm-partnership-board
    note: The HCP Board is taken to be the Partnership Board of Briefing 3.4.
  - key: place-mou
    name: MoU between Place and the ICS
    clause: Briefing 3.11
    on: 2021-09-30
    precision: month
    owner: icp-board
    note: Another MoU than the one all partners are reported to have signed (Briefing 3.13). The tracker says not yet developed.
  - key: operating-models
    name: New commissioning operating models
    clause: Briefing 3.10
    on: 2022-03-31
    precision: month
    note: Ahead of April 2022, which is read as by the end of March.
  - key: delegation
    name: Delegation of functions to place
    clause: Briefing 3.12
    condition: The ICS is satisfied with the ICP framework
  - key: design-framework
    name: Design framework of ICSs reviewed and acted upon
    clause: Briefing 4.3
    condition: The ICP Board reviews the guidance published on 16 June 2021
    owner: icp-board
    note: No date is set.
  - key: data-sharing
    name: Share2Care Tier 2 data sharing agreement signed by each organisation
    clause: Briefing 3.15
    condition: Signed and returned by each organisation
    note: Halton Borough Council is reported to have signed. No date is set.

oddities:
  - The contents list runs from 0 to 14, the body from 1 to 16; Principles is split over 4, 5 and 6.
  - The signature table has ten rows for eleven parties.
  - Operational Days, Outcomes, Population, Priority Areas, Commissioners and Providers are capitalised and undefined.
  - Service Contracts and Services Contracts are both written.
  - MoU, MOU and agreement are used for the same document.
  - Figure 1 and the governance diagram are missing.

open:
  - key: operational-days
    question: Which days are Operational Days (12.4)? The document does not define them.
    path: calendars.operational-days.base
    choices: [england-and-wales, scotland, northern-ireland, uk-any-part, every-day]
  - key: commencement
    question: On which day does the MoU begin? It says the date signed (14.1), and not whose signature.
    path: term.begins
  - key: after-discussion
    question: What is the dispute resolution process of 12.2, after 20 Operational Days of discussion?
  - key: missing-row
    question: How does Halton & St Helens Voluntary and Community Action sign? The table has no row for it.
  - key: signing
    question: Which forms of signature do the partners accept? The document does not say.
    path: signatures.forms
    choices: [in-chat, scanned-pdf, scanned-jpeg, wet-ink]
  - key: governance-interval
    question: How often are the governance arrangements reviewed (11.3, regular)?
    path: reviews.governance.every
  - key: monitoring-interval
    question: How often is performance monitored against milestones (9.2, ongoing)?
    path: reviews.monitoring.every
  - key: disclosure
    question: How soon, if at once, must a conflict of interest be disclosed (13.2)?
    path: conflicts.within
  - key: disclosed-to
    question: To whom is a conflict of interest disclosed (13.2)?
    path: conflicts.disclosed_to
    choices: [all-partners, forum]
  - key: priority-areas
    question: Which are the Priority Areas? The document names none.
','2022-12-16 09:30:00.000000');
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
INSERT INTO "trackers" VALUES(1,1,1,'works',1,'SEF-T1','2022-12-16 09:30:00.000000',149);
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
INSERT INTO "visits" VALUES(1,1,'discussion','2022-12-16 09:30:00.000000',NULL,NULL,NULL,'{}');
INSERT INTO "visits" VALUES(2,2,'discussion','2022-12-16 09:30:00.000000','moved','2022-12-16 09:30:00.000000','We tried.','{}');
INSERT INTO "visits" VALUES(3,2,'vote','2022-12-16 09:30:00.000000',NULL,NULL,NULL,'{}');
INSERT INTO "visits" VALUES(4,3,'discussion','2022-12-16 09:30:00.000000','moved','2022-12-16 09:30:00.000000','We tried.','{}');
INSERT INTO "visits" VALUES(5,3,'vote','2022-12-16 09:30:00.000000','moved','2022-12-16 09:30:00.000000','We tried.','{}');
INSERT INTO "visits" VALUES(6,3,'facilitation','2022-12-16 09:30:00.000000',NULL,NULL,NULL,'{}');
INSERT INTO "visits" VALUES(7,4,'discussion','2022-12-16 09:30:00.000000',NULL,NULL,NULL,'{}');
INSERT INTO "visits" VALUES(8,5,'discussion','2022-12-16 09:30:00.000000','moved','2022-12-16 09:30:00.000000','We tried.','{}');
INSERT INTO "visits" VALUES(9,5,'vote','2022-12-16 09:30:00.000000',NULL,NULL,NULL,'{}');
INSERT INTO "visits" VALUES(10,6,'discussion','2022-12-16 09:30:00.000000','moved','2022-12-16 09:30:00.000000','We tried.','{}');
INSERT INTO "visits" VALUES(11,6,'vote','2022-12-16 09:30:00.000000','moved','2022-12-16 09:30:00.000000','We tried.','{}');
INSERT INTO "visits" VALUES(12,6,'facilitation','2022-12-16 09:30:00.000000',NULL,NULL,NULL,'{}');
INSERT INTO "visits" VALUES(13,7,'discussion','2022-12-16 09:30:00.000000',NULL,NULL,NULL,'{}');
INSERT INTO "visits" VALUES(14,8,'discussion','2022-12-21 09:30:00.000000',NULL,NULL,NULL,'{}');
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
INSERT INTO "sqlite_sequence" VALUES('visits',14);
INSERT INTO "sqlite_sequence" VALUES('agreements',2);
INSERT INTO "sqlite_sequence" VALUES('terms',2);
INSERT INTO "sqlite_sequence" VALUES('register',163);
INSERT INTO "sqlite_sequence" VALUES('milestones',13);
INSERT INTO "sqlite_sequence" VALUES('deadlines',22);
INSERT INTO "sqlite_sequence" VALUES('people',17);
INSERT INTO "sqlite_sequence" VALUES('holdings',18);
INSERT INTO "sqlite_sequence" VALUES('accounts',17);
INSERT INTO "sqlite_sequence" VALUES('said_of_posts',4);
INSERT INTO "sqlite_sequence" VALUES('channels',2);
INSERT INTO "sqlite_sequence" VALUES('reviews',3);
INSERT INTO "sqlite_sequence" VALUES('review_answers',15);
INSERT INTO "sqlite_sequence" VALUES('outbox',239);
INSERT INTO "sqlite_sequence" VALUES('notices',64);
INSERT INTO "sqlite_sequence" VALUES('submissions',54);
INSERT INTO "sqlite_sequence" VALUES('issues',8);
INSERT INTO "sqlite_sequence" VALUES('issue_partners',34);
INSERT INTO "sqlite_sequence" VALUES('proposals',3);
INSERT INTO "sqlite_sequence" VALUES('answers',3);
INSERT INTO "sqlite_sequence" VALUES('decisions',4);
INSERT INTO "sqlite_sequence" VALUES('ballots',11);
INSERT INTO "sqlite_sequence" VALUES('ratifications',5);
INSERT INTO "sqlite_sequence" VALUES('actions',3);
INSERT INTO "sqlite_sequence" VALUES('conflicts',2);
INSERT INTO "sqlite_sequence" VALUES('conflict_matters',2);
INSERT INTO "sqlite_sequence" VALUES('settlements',1);
INSERT INTO "sqlite_sequence" VALUES('signature_requests',2);
INSERT INTO "sqlite_sequence" VALUES('document_versions',2);
INSERT INTO "sqlite_sequence" VALUES('signature_parties',10);
INSERT INTO "sqlite_sequence" VALUES('trackers',1);
INSERT INTO "sqlite_sequence" VALUES('criteria',22);
INSERT INTO "sqlite_sequence" VALUES('criterion_changes',1);
INSERT INTO "sqlite_sequence" VALUES('meeting_plans',1);
INSERT INTO "sqlite_sequence" VALUES('meetings',4);
INSERT INTO "sqlite_sequence" VALUES('agenda_items',1);
INSERT INTO "sqlite_sequence" VALUES('attendances',5);
INSERT INTO "sqlite_sequence" VALUES('feeds',8);
INSERT INTO "sqlite_sequence" VALUES('chair_holdings',1);
INSERT INTO "sqlite_sequence" VALUES('consents',1);
INSERT INTO "sqlite_sequence" VALUES('counterparts',1);
INSERT INTO "sqlite_sequence" VALUES('followers',1);
COMMIT;
