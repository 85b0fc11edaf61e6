/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server.h"

#include <string.h>

struct _Server
{
  GSocketListener *listener;
  guint16 port;
  GCancellable *ending;
  GThread *thread;
  GPtrArray *threads;
  ServerFunc func;
  gpointer data;
  GMutex lock;
  guint count;
  guint at_once;
  guint most_at_once;
};

typedef struct
{
  Server *server;
  GSocketConnection *connection;
} Call;

static gboolean
read_head (Request *request, GCancellable *ending)
{
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (request->connection));
  g_autoptr (GString) head = g_string_new (NULL);

  while (strstr (head->str, "\r\n\r\n") == NULL)
    {
      char piece[1024];
      gssize n = g_input_stream_read (stream, piece, sizeof piece, ending, NULL);

      if (n <= 0)
        return FALSE;
      g_string_append_len (head, piece, n);
    }
  request->head = g_strdup (head->str);
  return TRUE;
}

static void
note_request (Server *self, Request *request)
{
  g_mutex_lock (&self->lock);
  request->number = self->count++;
  self->at_once++;
  self->most_at_once = MAX (self->most_at_once, self->at_once);
  g_mutex_unlock (&self->lock);
}

/* Once: whoever has the last byte of an answer may call again before this thread goes on. */
static void
note_end (Request *request)
{
  if (request->over)
    return;
  request->over = TRUE;
  g_mutex_lock (&request->server->lock);
  request->server->at_once--;
  g_mutex_unlock (&request->server->lock);
}

static gpointer
answer_call (gpointer data)
{
  g_autofree Call *call = data;
  Request request = { call->server, call->connection };

  if (read_head (&request, call->server->ending))
    {
      g_auto (GStrv) words = g_strsplit (request.head, " ", 3);

      g_assert_cmpstr (words[0], ==, "GET");
      request.path = g_strdup (words[1]);
      note_request (call->server, &request);
      call->server->func (&request, call->server->data);
      note_end (&request);
    }
  g_io_stream_close (G_IO_STREAM (call->connection), NULL, NULL);
  g_object_unref (call->connection);
  g_free (request.path);
  g_free (request.head);
  return NULL;
}

static gpointer
take_calls (gpointer data)
{
  Server *self = data;
  GSocketConnection *connection;

  while ((connection = g_socket_listener_accept (self->listener, NULL, self->ending, NULL)) != NULL)
    {
      Call *call = g_new0 (Call, 1);

      call->server = self;
      call->connection = connection;
      g_ptr_array_add (self->threads, g_thread_new ("call", answer_call, call));
    }
  return NULL;
}

Server *
server_new (ServerFunc func, gpointer data)
{
  Server *self = g_new0 (Server, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) at = NULL;
  g_autoptr (GError) error = NULL;

  self->listener = g_socket_listener_new ();
  g_socket_listener_add_address (self->listener, any, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &at,
                                 &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (at));
  self->ending = g_cancellable_new ();
  self->threads = g_ptr_array_new ();
  self->func = func;
  self->data = data;
  g_mutex_init (&self->lock);
  self->thread = g_thread_new ("server", take_calls, self);
  return self;
}

void
server_free (Server *self)
{
  g_cancellable_cancel (self->ending);
  g_thread_join (self->thread);
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (self->threads->pdata[i]);
  g_ptr_array_unref (self->threads);
  g_socket_listener_close (self->listener);
  g_object_unref (self->listener);
  g_object_unref (self->ending);
  g_mutex_clear (&self->lock);
  g_free (self);
}

char *
server_address (Server *self, const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", self->port, path);
}

guint
server_count (Server *self)
{
  guint count;

  g_mutex_lock (&self->lock);
  count = self->count;
  g_mutex_unlock (&self->lock);
  return count;
}

guint
server_most_at_once (Server *self)
{
  guint most;

  g_mutex_lock (&self->lock);
  most = self->most_at_once;
  g_mutex_unlock (&self->lock);
  return most;
}

gboolean
request_send (Request *self, const char *bytes, gssize length)
{
  GOutputStream *stream = g_io_stream_get_output_stream (G_IO_STREAM (self->connection));

  return g_output_stream_write_all (stream, bytes, length < 0 ? strlen (bytes) : (gsize) length, NULL,
                                    self->server->ending, NULL);
}

gboolean
request_answer (Request *self, const char *status, const char *headers, const char *body)
{
  g_autofree char *head =
      g_strdup_printf ("HTTP/1.1 %s\r\n%sConnection: close\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                       status, headers, strlen (body));

  note_end (self);
  return request_send (self, head, -1) && request_send (self, body, -1);
}

/* Also until whoever asked goes away. */
gboolean
request_wait (Request *self, guint milliseconds)
{
  GSocket *socket = g_socket_connection_get_socket (self->connection);

  return !g_socket_condition_timed_wait (socket, G_IO_IN | G_IO_HUP, milliseconds * G_GINT64_CONSTANT (1000),
                                         self->server->ending, NULL)
         && !g_cancellable_is_cancelled (self->server->ending);
}

char *
request_header (Request *self, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (self->head, "\r\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (g_ascii_strncasecmp (*line, name, strlen (name)) == 0 && (*line)[strlen (name)] == ':')
      return g_strstrip (g_strdup (*line + strlen (name) + 1));
  return NULL;
}

static GSocket *
bind_loopback (guint16 *port)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) at = NULL;
  g_autoptr (GError) error = NULL;
  GSocket *socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &error);

  g_assert_no_error (error);
  g_socket_bind (socket, any, FALSE, &error);
  g_assert_no_error (error);
  at = g_socket_get_local_address (socket, &error);
  g_assert_no_error (error);
  *port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (at));
  return socket;
}

guint16
server_unused_port (void)
{
  guint16 port;
  g_autoptr (GSocket) socket = bind_loopback (&port);

  return port;
}

/* Its queue is filled by callers that nobody takes, so that the next one hears nothing. */
GSocket *
server_deaf_socket (guint16 *port, GPtrArray *callers)
{
  GSocket *socket = bind_loopback (port);
  g_autoptr (GSocketAddress) at = g_socket_get_local_address (socket, NULL);
  g_autoptr (GError) error = NULL;

  g_socket_set_listen_backlog (socket, 0);
  g_socket_listen (socket, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    {
      GSocket *caller =
          g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);

      g_socket_set_blocking (caller, FALSE);
      g_socket_connect (caller, at, NULL, NULL);
      g_ptr_array_add (callers, caller);
    }
  return socket;
}
