#include "server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PATHS_MOST 512
#define ANSWERS_MOST 16
#define REQUESTS_MOST 64
#define HEAD_MOST 16384
#define TLS_HANDSHAKE 0x16 /* RFC 8446 section 5.1 */

struct path {
	char *name;
	struct server_answer answers[ANSWERS_MOST];
	size_t answer_count, given;
	char *requests[REQUESTS_MOST];
	size_t request_count;
};

struct server {
	int socket, socket6, stop_pipe[2]; /* socket6: -1 where there is no IPv6 */
	unsigned short port;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	struct path paths[PATHS_MOST];
	size_t path_count;
	size_t in_hand, most_in_hand, connections;
	bool is_released, is_stopping;
	char *addresses[PATHS_MOST * 2];
	size_t address_count;
};

struct connection {
	struct server *server;
	int socket;
};

/* ---- the script */

static struct path *find_path(struct server *server, const char *name)
{
	for (size_t i = 0; i < server->path_count; i++)
		if (strcmp(server->paths[i].name, name) == 0)
			return &server->paths[i];
	if (server->path_count == PATHS_MOST)
		abort();
	server->paths[server->path_count].name = strdup(name);
	return &server->paths[server->path_count++];
}

void server_script(struct server *server, const char *path, struct server_answer answer)
{
	struct path *found;

	pthread_mutex_lock(&server->lock);
	found = find_path(server, path);
	if (found->answer_count == ANSWERS_MOST)
		abort();
	found->answers[found->answer_count++] = answer;
	pthread_mutex_unlock(&server->lock);
}

static struct server_answer take_answer(struct server *server, const char *name, const char *head)
{
	struct server_answer answer = {.status = 404};
	struct path *path;

	pthread_mutex_lock(&server->lock);
	path = find_path(server, name);
	if (path->request_count < REQUESTS_MOST)
		path->requests[path->request_count++] = strdup(head);
	if (path->answer_count)
		answer = path->answers[path->given < path->answer_count ? path->given
									: path->answer_count - 1];
	path->given++;
	if (++server->in_hand > server->most_in_hand)
		server->most_in_hand = server->in_hand;
	pthread_cond_broadcast(&server->changed);
	while (answer.is_held && !server->is_released && !server->is_stopping)
		pthread_cond_wait(&server->changed, &server->lock);
	pthread_mutex_unlock(&server->lock);
	return answer;
}

static void put_down(struct server *server)
{
	pthread_mutex_lock(&server->lock);
	server->in_hand--;
	pthread_mutex_unlock(&server->lock);
}

/* ---- answering */

static bool send_all(int socket, const char *data, size_t length)
{
	while (length) {
		ssize_t sent = send(socket, data, length, MSG_NOSIGNAL);

		if (sent <= 0)
			return false;
		data += sent;
		length -= (size_t)sent;
	}
	return true;
}

static void reset(int socket)
{
	struct linger at_once = {.l_onoff = 1};

	setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

/* Waits until the server stops or the client goes away, at most `timeout_ms`; true while neither happened. */
static bool linger(struct connection *connection, int timeout_ms)
{
	struct pollfd fds[2] = {{.fd = connection->server->stop_pipe[0], .events = POLLIN},
		{.fd = connection->socket, .events = POLLIN | POLLRDHUP}};

	return poll(fds, 2, timeout_ms) == 0;
}

static void drip(struct connection *connection, const char *body, size_t length)
{
	for (size_t i = 0; linger(connection, 20); i++)
		if (!send_all(connection->socket, &body[i % length], 1))
			return;
}

struct bits {
	unsigned char *data;
	size_t count;
};

static void add_bits(struct bits *bits, unsigned value, int count)
{
	for (int i = 0; i < count; i++, bits->count++)
		if (value >> i & 1)
			bits->data[bits->count / 8] |= (unsigned char)(1u << (bits->count % 8));
}

static uint32_t crc32_of(const char *pattern, size_t length)
{
	uint32_t crc = 0xffffffff;

	for (size_t i = 0; i < length; i++) {
		crc ^= (unsigned char)pattern[0];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc;
}

/* A gzip member (RFC 1952, 1951) of one block with fixed codes: an "A", then runs of 258 bytes at distance 1.
 * The code of length 258 is 11000101, written from its first bit; the distance is 00000. */
static unsigned char *make_bomb(size_t unpacked, size_t *length)
{
	static const unsigned char head[] = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255};
	size_t runs = unpacked / 258;
	struct bits bits = {.data = calloc(1, sizeof head + runs * 13 / 8 + 32), .count = sizeof head * 8};

	memcpy(bits.data, head, sizeof head);
	add_bits(&bits, 1, 1);
	add_bits(&bits, 1, 2);
	add_bits(&bits, 0x8e, 8); /* 'A' is 01110001 */
	for (size_t i = 0; i < runs; i++) {
		add_bits(&bits, 0xa3, 8);
		add_bits(&bits, 0, 5);
	}
	add_bits(&bits, 0, 7);
	bits.count = (bits.count + 7) / 8 * 8;
	add_bits(&bits, runs < 1000 ? crc32_of("A", runs * 258 + 1) : 0,
		32); /* nobody reads so far in a large one */
	add_bits(&bits, (unsigned)(runs * 258 + 1), 32);
	*length = bits.count / 8;
	return bits.data;
}

static void send_head(struct connection *connection, const struct server_answer *answer, size_t length)
{
	char head[HEAD_MOST], headers[HEAD_MOST / 2], origin[64];

	snprintf(origin, sizeof origin, "http://127.0.0.1:%u", connection->server->port);
	snprintf(headers, sizeof headers, answer->headers ? answer->headers : "", origin, origin);
	if (answer->fault == FAULT_ENDLESS || answer->fault == FAULT_DRIP)
		snprintf(head, sizeof head, "HTTP/1.1 200 OK\r\nConnection: close\r\n%s\r\n", headers);
	else
		snprintf(head, sizeof head, "HTTP/1.1 %u Status\r\nContent-Length: %zu\r\n%s\r\n",
			answer->status ? answer->status : 200, length, headers);
	send_all(connection->socket, head, strlen(head));
}

static void send_bomb(struct connection *connection, const struct server_answer *answer)
{
	struct server_answer packed = *answer;
	size_t length;
	unsigned char *bomb = make_bomb(answer->body_length, &length);

	packed.headers = "Content-Encoding: gzip\r\n";
	send_head(connection, &packed, length);
	send_all(connection->socket, (char *)bomb, length);
	free(bomb);
}

/* True when the connection goes on. */
static bool give_answer(struct connection *connection, const struct server_answer *answer)
{
	const char *body = answer->body ? answer->body : "";
	size_t length = answer->body_length ? answer->body_length : strlen(body);
	int socket = connection->socket;

	switch (answer->fault) {
	case FAULT_SILENCE:
		linger(connection, -1);
		return false;
	case FAULT_RESET:
		reset(socket);
		return false;
	case FAULT_CLOSE:
		return false;
	case FAULT_NOT_HTTP:
		send_all(socket, body, length);
		return false;
	case FAULT_BOMB:
		send_bomb(connection, answer);
		return true;
	case FAULT_ENDLESS_HEADERS:
		if (send_all(socket, "HTTP/1.1 200 OK\r\n", 17))
			while (send_all(socket, "X-Filler: 0123456789012345678901234567890123456789\r\n", 52))
				;
		return false;
	default:
		break;
	}
	send_head(connection, answer, length);
	if (answer->fault == FAULT_DRIP)
		drip(connection, body, length);
	while (answer->fault == FAULT_ENDLESS && send_all(socket, body, length))
		;
	if (answer->fault == FAULT_CUT || answer->fault == FAULT_RESET_MID)
		length /= 2;
	if (answer->fault == FAULT_RESET_MID)
		reset(socket);
	return send_all(socket, body, answer->status == 304 ? 0 : length) && answer->fault == FAULT_NONE;
}

static bool read_head(struct connection *connection, char head[HEAD_MOST])
{
	size_t length = 0;

	while (length + 1 < HEAD_MOST) {
		struct pollfd fds[2] = {{.fd = connection->server->stop_pipe[0], .events = POLLIN},
			{.fd = connection->socket, .events = POLLIN}};

		if (poll(fds, 2, -1) < 0 || fds[0].revents ||
			recv(connection->socket, head + length, 1, 0) != 1)
			return false;
		if (head[0] == TLS_HANDSHAKE) {
			send_all(connection->socket, "HTTP/1.1 400 Plain HTTP, please\r\n\r\n", 36);
			return false;
		}
		head[++length] = '\0';
		if (length >= 4 && memcmp(head + length - 4, "\r\n\r\n", 4) == 0)
			return true;
	}
	return false;
}

static void *serve(void *context)
{
	struct connection *connection = context;
	struct server *server = connection->server;
	char head[HEAD_MOST], path[1024];
	bool goes_on = true;

	while (goes_on && read_head(connection, head)) {
		struct server_answer answer;

		if (sscanf(head, "%*s %1023s", path) != 1)
			break;
		answer = take_answer(server, path, head);
		goes_on = give_answer(connection, &answer);
		put_down(server);
	}
	close(connection->socket);
	free(connection);
	pthread_mutex_lock(&server->lock);
	server->connections--;
	pthread_cond_broadcast(&server->changed);
	pthread_mutex_unlock(&server->lock);
	return NULL;
}

static void accept_one(struct server *server, int listening)
{
	struct connection *connection = malloc(sizeof *connection);
	pthread_t thread;

	*connection = (struct connection){server, accept(listening, NULL, NULL)};
	pthread_mutex_lock(&server->lock);
	server->connections++;
	pthread_mutex_unlock(&server->lock);
	if (pthread_create(&thread, NULL, serve, connection) != 0)
		abort();
	pthread_detach(thread);
}

static void *listen_on(void *context)
{
	struct server *server = context;
	struct pollfd fds[3] = {{.fd = server->stop_pipe[0], .events = POLLIN},
		{.fd = server->socket, .events = POLLIN}, {.fd = server->socket6, .events = POLLIN}};

	while (poll(fds, 3, -1) >= 0 && !fds[0].revents)
		accept_one(server, fds[1].revents ? server->socket : server->socket6);
	return NULL;
}

/* ---- starting, asking, stopping */

/* The same port of ::1; -1 where there is no IPv6, or somebody else has it. */
static int listen_on_ipv6(unsigned short port)
{
	struct sockaddr_in6 address = {
		.sin6_family = AF_INET6, .sin6_port = htons(port), .sin6_addr = IN6ADDR_LOOPBACK_INIT};
	int only = 1, fd = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd >= 0 && setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &only, sizeof only) == 0 &&
		bind(fd, (struct sockaddr *)&address, sizeof address) == 0 && listen(fd, 256) == 0)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

struct server *server_start(void)
{
	struct server *server = calloc(1, sizeof *server);
	struct sockaddr_in address = {.sin_family = AF_INET};
	socklen_t length = sizeof address;

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	server->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (bind(server->socket, (struct sockaddr *)&address, sizeof address) != 0 ||
		listen(server->socket, 256) != 0 ||
		getsockname(server->socket, (struct sockaddr *)&address, &length) != 0 ||
		pipe(server->stop_pipe) != 0)
		abort();
	server->port = ntohs(address.sin_port);
	server->socket6 = listen_on_ipv6(server->port);
	pthread_mutex_init(&server->lock, NULL);
	pthread_cond_init(&server->changed, NULL);
	if (pthread_create(&server->thread, NULL, listen_on, server) != 0)
		abort();
	return server;
}

void server_release(struct server *server)
{
	pthread_mutex_lock(&server->lock);
	server->is_released = true;
	pthread_cond_broadcast(&server->changed);
	pthread_mutex_unlock(&server->lock);
}

void server_wait_for(struct server *server, size_t in_hand)
{
	pthread_mutex_lock(&server->lock);
	while (server->in_hand < in_hand)
		pthread_cond_wait(&server->changed, &server->lock);
	pthread_mutex_unlock(&server->lock);
}

static void free_paths(struct server *server)
{
	for (size_t i = 0; i < server->path_count; i++) {
		free(server->paths[i].name);
		for (size_t n = 0; n < server->paths[i].request_count; n++)
			free(server->paths[i].requests[n]);
	}
	for (size_t i = 0; i < server->address_count; i++)
		free(server->addresses[i]);
}

void server_stop(struct server *server)
{
	pthread_mutex_lock(&server->lock);
	server->is_stopping = true;
	pthread_cond_broadcast(&server->changed);
	pthread_mutex_unlock(&server->lock);
	close(server->stop_pipe[1]);
	pthread_join(server->thread, NULL);
	pthread_mutex_lock(&server->lock);
	while (server->connections)
		pthread_cond_wait(&server->changed, &server->lock);
	pthread_mutex_unlock(&server->lock);
	close(server->stop_pipe[0]);
	close(server->socket);
	if (server->socket6 >= 0)
		close(server->socket6);
	free_paths(server);
	pthread_cond_destroy(&server->changed);
	pthread_mutex_destroy(&server->lock);
	free(server);
}

const char *server_address(struct server *server, const char *host, const char *path)
{
	char text[1024];

	snprintf(text, sizeof text, "http://%s:%u%s", host ? host : "127.0.0.1", server->port, path);
	for (size_t i = 0; i < server->address_count; i++)
		if (strcmp(server->addresses[i], text) == 0)
			return server->addresses[i];
	if (server->address_count == PATHS_MOST * 2)
		abort();
	return server->addresses[server->address_count++] = strdup(text);
}

bool server_has_ipv6(const struct server *server)
{
	return server->socket6 >= 0;
}

const char *server_request(struct server *server, const char *path, size_t n)
{
	const char *request = NULL;
	struct path *found;

	pthread_mutex_lock(&server->lock);
	found = find_path(server, path);
	if (n < found->request_count)
		request = found->requests[n];
	pthread_mutex_unlock(&server->lock);
	return request;
}

size_t server_request_count(struct server *server, const char *path)
{
	size_t count;

	pthread_mutex_lock(&server->lock);
	count = find_path(server, path)->given;
	pthread_mutex_unlock(&server->lock);
	return count;
}

size_t server_most_at_once(struct server *server)
{
	size_t count;

	pthread_mutex_lock(&server->lock);
	count = server->most_in_hand;
	pthread_mutex_unlock(&server->lock);
	return count;
}
