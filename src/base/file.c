#include "dateline/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_STEP ((size_t)64 * 1024)

static enum error_code code_of_errno(int number)
{
	return number == ENOENT || number == ENOTDIR ? ERROR_NOT_FOUND : ERROR_UNREADABLE;
}

static bool fail_errno(struct error *error, const char *path)
{
	int number = errno;

	return fail(error, code_of_errno(number), 0, "%s: %s", path,
		number == ENOENT ? "there is no such file" : strerror(number));
}

static bool read_all(
	int descriptor, const char *name, size_t most_bytes, struct buffer *out, struct error *error)
{
	for (;;) {
		char *room = buffer_room(out, READ_STEP);
		ssize_t got = read(descriptor, room, out->capacity - out->length);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fail_errno(error, name);
		if (got == 0)
			return true;
		out->length += (size_t)got;
		if (out->length > most_bytes)
			return fail(error, ERROR_TOO_LARGE, 0, "%s: larger than the limit of %zu MB", name,
				most_bytes / 1000000);
	}
}

bool file_read(const char *path, size_t most_bytes, struct buffer *out, struct error *error)
{
	bool is_standard_input = strcmp(path, "-") == 0;
	int descriptor = is_standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct stat status;
	bool is_read;

	if (descriptor < 0)
		return fail_errno(error, path);
	if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
		if ((uintmax_t)status.st_size > most_bytes) {
			if (!is_standard_input)
				close(descriptor);
			return fail(error, ERROR_TOO_LARGE, 0, "%s: %ju MB, larger than the limit of %zu MB",
				path, (uintmax_t)status.st_size / 1000000, most_bytes / 1000000);
		}
		buffer_room(out, (size_t)status.st_size + READ_STEP);
	}
	is_read = read_all(descriptor, is_standard_input ? "standard input" : path, most_bytes, out, error);
	if (!is_standard_input)
		close(descriptor);
	return is_read;
}

bool file_is_directory(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int compare_names(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static bool is_listed(int directory, const struct dirent *entry)
{
	struct stat status;

	return entry->d_name[0] != '.' && fstatat(directory, entry->d_name, &status, 0) == 0 &&
	       S_ISREG(status.st_mode);
}

bool file_list_directory(const char *path, struct arena *arena, struct str_list *names, struct error *error)
{
	DIR *directory = opendir(path);
	struct dirent *entry;

	if (directory == NULL)
		return fail_errno(error, path);
	while ((entry = readdir(directory)) != NULL)
		if (is_listed(dirfd(directory), entry))
			*LIST_PUSH(arena, names) = arena_copy(arena, str_from(entry->d_name));
	closedir(directory);
	if (names->count)
		qsort(names->items, names->count, sizeof *names->items, compare_names);
	return true;
}

bool file_make_directories(const char *path, struct error *error)
{
	char partial[4096];
	size_t length = strlen(path);

	if (length >= sizeof partial)
		return fail(error, ERROR_UNREADABLE, 0, "this path is too long: %.100s…", path);
	for (size_t i = 1; i <= length; i++) {
		if (path[i] != '/' && path[i] != '\0')
			continue;
		memcpy(partial, path, i);
		partial[i] = '\0';
		if (mkdir(partial, 0700) != 0 && errno != EEXIST)
			return fail(error, ERROR_UNREADABLE, 0, "cannot make the directory %s: %s", partial,
				strerror(errno));
	}
	return true;
}
