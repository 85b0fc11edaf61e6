/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libsoup/soup.h>
#include <string.h>

#include "fetcher.h"
#include "net-error.h"

/* A server that keeps its connections, as councils' servers do, on a thread of its own. */
typedef struct
{
  GTlsCertificate *certificate;
  GThread *thread;
  GMainContext *context;
  GMutex lock;
  GCond changed;
  GMainLoop *loop;
  guint port;
  GHashTable *callers;
} Keeper;

static void
on_request (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query,
            gpointer data)
{
  Keeper *self = data;
  GInetSocketAddress *from = G_INET_SOCKET_ADDRESS (soup_server_message_get_remote_address (message));

  g_mutex_lock (&self->lock);
  g_hash_table_add (self->callers, GUINT_TO_POINTER ((guint) g_inet_socket_address_get_port (from)));
  g_mutex_unlock (&self->lock);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_COPY, path, strlen (path));
}

static gpointer
serve (gpointer data)
{
  Keeper *self = data;
  g_autoptr (SoupServer) server = NULL;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  server = soup_server_new ("tls-certificate", self->certificate, NULL);
  soup_server_add_handler (server, NULL, on_request, self, NULL);
  soup_server_listen_local (
      server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY | (self->certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0),
      &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  g_mutex_lock (&self->lock);
  self->port = g_uri_get_port (uris->data);
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (self->loop);
  soup_server_disconnect (server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static void
start (Keeper *self)
{
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->callers = g_hash_table_new (NULL, NULL);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("keeper", serve, self);
  g_mutex_lock (&self->lock);
  while (self->port == 0)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);
}

static void
stop (Keeper *self)
{
  g_main_loop_quit (self->loop);
  g_main_context_wakeup (self->context);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->callers);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_clear_object (&self->certificate);
}

static AccordFetcher *
quick_fetcher (void)
{
  AccordFetchManners manners;

  accord_fetch_manners_init (&manners);
  manners.pause = 0;
  return accord_fetcher_new_with_manners (&manners);
}

/* One connection does for many pages. */
static void
test_one_connection (void)
{
  Keeper keeper = { 0 };
  g_autoptr (AccordFetcher) fetcher = quick_fetcher ();

  start (&keeper);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u/page-%u", keeper.port, i);
      g_autofree char *path = g_strdup_printf ("/page-%u", i);
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordFetched) fetched = accord_fetcher_fetch (fetcher, address, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (fetched->bytes, NULL), g_bytes_get_size (fetched->bytes), path,
                       strlen (path));
    }
  g_assert_cmpuint (g_hash_table_size (keeper.callers), ==, 1);
  g_clear_object (&fetcher);
  stop (&keeper);
}

/* A server that nobody vouches for is told no secret, not even what is asked for. */
static void
test_certificate (void)
{
  Keeper keeper = { 0 };
  g_autoptr (AccordFetcher) fetcher = quick_fetcher ();
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "net", "nobody-signed-this.pem", NULL);
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_test_skip ("no TLS here: glib-networking is not installed");
      return;
    }
  keeper.certificate = g_tls_certificate_new_from_file (file, &error);
  g_assert_no_error (error);
  start (&keeper);
  address = g_strdup_printf ("https://127.0.0.1:%u/page", keeper.port);
  g_assert_null (accord_fetcher_fetch (fetcher, address, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, "issuer"));
  g_assert_cmpuint (g_hash_table_size (keeper.callers), ==, 0);
  stop (&keeper);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/kept/one-connection", test_one_connection);
  g_test_add_func ("/net/kept/certificate", test_certificate);
  return g_test_run ();
}
