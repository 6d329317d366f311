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
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
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
CREATE TABLE people (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR(150) NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	timezone VARCHAR(60) NOT NULL, 
	digest_at TIME NOT NULL, 
	days_off JSON NOT NULL, 
	next_digest_at DATETIME
);
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
