/* job.h - what the engine is made of, for the files that do its jobs */
#ifndef DATELINE_REFRESH_JOB_H
#define DATELINE_REFRESH_JOB_H

#include "dateline/net/fetch.h"
#include "dateline/query/rules.h"
#include "dateline/refresh/engine.h"
#include "dateline/store/feeds.h"
#include "events.h"
#include "logmover.h"
#include "workers.h"

struct job;

/* Begins a job, in the engine's thread. What cannot be done at once is counted in job->open_parts, and
 * job_end_part is called for each of them later. */
typedef void job_start(struct engine *engine, struct job *job);

/* The last thing a job does, before EVENT_JOB_DONE. */
typedef void job_finish(struct engine *engine, struct job *job);

struct job {
	struct queue_link link;
	engine_job number;
	job_start *start;
	job_finish *finish;   /* may be NULL */
	bool may_be_given_up; /* when the engine closes; the others are done first */
	struct arena arena;   /* owns what was given, and what the job needs until it ends */
	/* what was given; each kind of job uses some */
	enum entry_form form;
	int fd;       /* the job closes it */
	int64_t *ids; /* articles or feeds */
	size_t id_count;
	enum store_mark mark;
	bool flag; /* remove, force or full text */
	bool keeps_cookies;
	int64_t id;
	size_t block, offset;
	struct str text, title, folder;
	struct str_list sources;
	struct rules rules;
	unsigned refresh_minutes, keep_days, keep_count;
	/* how far it is */
	size_t open_parts;
	size_t done, total, failed, fresh, hidden;
	size_t not_due; /* feeds that were not asked, because none of them wants it so soon */
	bool is_stopped;
	struct job *next_active;
	void *state; /* of the kind of job, in the arena */
};

struct engine {
	struct engine_options options;
	struct arena arena;        /* owns the options' texts */
	const struct rules *rules; /* never changed once tasks may have it, but replaced; in the arena */
	struct store *store;
	struct fetcher *fetcher;
	struct workers workers;
	struct events events;
	struct queue posted;
	pthread_mutex_t lock; /* guards the next four */
	engine_job last_number;
	unsigned open_jobs;
	bool is_closing, has_ended;
	pthread_cond_t ended;
	pthread_t thread;
	bool has_thread;
	struct job *active;   /* started, with parts still open */
	size_t tasks_open;    /* given to the workers and not stored yet */
	size_t pending_bytes; /* of those */
	struct {
		bool expires, shrinks, indexes; /* what is left to do */
		size_t pages_left;              /* free ones, after the last slice */
		struct job *index_job;          /* who waits for the index to be complete; NULL: nobody */
	} upkeep;
	struct log_mover log_mover;
	int64_t last_refresh;  /* by itself; 0: none was */
	uint64_t random_state; /* for the jitter of back-off */
};

int64_t engine_now(const struct engine *engine);

/* Whether a job was posted, or the engine closes: what can be left for later is to be left. */
bool engine_is_hurried(struct engine *engine);

/* An event of this job, with everything else zero. */
struct engine_event job_event(const struct job *job, enum engine_event_kind kind);
void engine_post_event(struct engine *engine, const struct engine_event *event);

/* Copies text into a message: control characters become blanks, cut at the end of a character. */
void event_set_message(struct engine_event *event, struct str text);

/* Posts EVENT_JOB_FAILED. */
void job_fail(struct engine *engine, struct job *job, const struct error *error);

/* One of job->open_parts is done; the last one ends the job, and frees it. */
void job_end_part(struct engine *engine, struct job *job);

struct job *job_create(job_start *start);
engine_job engine_post(struct engine *engine, struct job *job); /* takes the job over */

/* Hands a task to the workers, and its bytes count as pending until it has been stored. */
void engine_give_task(struct engine *engine, struct task *task);

/* Asks for an address; user agent and accepted types are filled in where absent. */
void engine_fetch(struct engine *engine, struct fetch_request *request, fetch_done *done, void *context);

/* A host that answers 429 or 503 with a Retry-After means all that is asked of it (RFC 6585 section 4, RFC
 * 9110 section 15.6.4): the others are not sent either. To be called with each answer. */
void engine_heed(struct engine *engine, const struct fetch_response *response);

/* The jobs, one file each for what belongs together. */
job_start do_mark, do_label, do_undo, do_redo, do_set_place; /* marks.c */
job_start do_apply_rules, do_take_rules;                     /* rules.c */
job_start do_take_habits;                                    /* upkeep.c */
job_start do_change_feed, do_remove_feed;                    /* subscriptions.c */
job_start do_add_feed;                                       /* subscribe.c */
job_start do_load_sources;                                   /* sources.c */
job_start do_refresh, do_stop_refresh;                       /* download.c */
job_start do_fetch_page;                                     /* pages.c */
job_start do_build_index;                                    /* upkeep.c */
job_start do_save, do_print;                                 /* save.c */

/* upkeep.c: work in slices, for when nothing else is to do. */
void upkeep_want_all(struct engine *engine);
bool upkeep_has_work(const struct engine *engine);
void upkeep_slice(struct engine *engine);

void apply_rules(struct engine *engine, struct job *job); /* rules.c: as a part of `job` */

uint32_t engine_random(struct engine *engine); /* for jitter, not for secrets */

/* pages.c: fetches the page of one article as a part of `job`; a failure is an event when `tells_failure`. */
void fetch_page(struct engine *engine, struct job *job, int64_t article, bool tells_failure);

#endif
