#include "job.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static bool write_all(int fd, struct str content)
{
	while (content.length) {
		ssize_t written = write(fd, content.data, content.length);

		if (written < 0 && errno != EINTR)
			return false;
		content = str_from_offset(content, written > 0 ? (size_t)written : 0);
	}
	return true;
}

static bool fail_to_save(const char *path, struct error *error)
{
	if (errno == EEXIST)
		return fail(error, ERROR_USAGE, 0, "%s is there already; give another name", path);
	return fail(error, ERROR_USAGE, 0, "%s cannot be written: %s", path, strerror(errno));
}

static bool save(const char *path, struct str content, struct error *error)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool is_whole;

	if (fd < 0)
		return fail_to_save(path, error);
	is_whole = write_all(fd, content);
	if (close(fd) < 0)
		is_whole = false;
	if (is_whole)
		return true;
	fail_to_save(path, error);
	unlink(path);
	return false;
}

static bool print(struct engine *engine, struct job *job, struct buffer *out, struct error *error)
{
	return store_print(
		engine->store, job->ids, job->id_count, job->form, engine->options.sites, out, error);
}

void do_print(struct engine *engine, struct job *job)
{
	struct error error = {0};
	struct buffer out = {0};

	if (print(engine, job, &out, &error) && !write_all(job->fd, buffer_str(&out)))
		fail(&error, ERROR_USAGE, 0, "no room for the text: %s", strerror(errno));
	if (error.code != ERROR_NONE)
		job_fail(engine, job, &error);
	close(job->fd);
	buffer_finish(&out);
}

void do_save(struct engine *engine, struct job *job)
{
	struct engine_event event = job_event(job, EVENT_SAVED);
	struct error error = {0};
	struct buffer out = {0};

	if (print(engine, job, &out, &error) &&
		save(arena_cstring(&job->arena, job->title), buffer_str(&out), &error)) {
		event.count = out.length;
		event_set_message(&event, job->title);
		engine_post_event(engine, &event);
	} else {
		job_fail(engine, job, &error);
	}
	buffer_finish(&out);
}
