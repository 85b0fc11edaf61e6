/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Server: a web server on the loopback interface that answers byte for byte as a test tells it to, each
 * connection on a thread of its own, and that counts.
 */
typedef struct _Server Server;

/*
 * Request: what somebody asks of it.
 *
 * @path: the path with its query
 * @head: everything that came before the empty line
 * @number: how many came before
 * @over: whether it counts no more among those that are under way at once
 */
typedef struct
{
  Server *server;
  GSocketConnection *connection;
  char *path;
  char *head;
  guint number;
  gboolean over;
} Request;

typedef void (*ServerFunc) (Request *request, gpointer data);

Server *server_new (ServerFunc func, gpointer data);
void server_free (Server *self);
char *server_address (Server *self, const char *path);
guint server_count (Server *self);
guint server_most_at_once (Server *self);

/* Each says whether somebody still listens. */
gboolean request_send (Request *self, const char *bytes, gssize length);
gboolean request_answer (Request *self, const char *status, const char *headers, const char *body);
gboolean request_wait (Request *self, guint milliseconds);
char *request_header (Request *self, const char *name);

/* Keeps two numbers of ports of which nothing answers: nobody listens at the first, nobody takes calls at the
 * second. */
guint16 server_unused_port (void);
GSocket *server_deaf_socket (guint16 *port, GPtrArray *callers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Server, server_free)

G_END_DECLS
