/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  self->manners = (AccordFetchManners){
    .pause = 0,
    .connecting = 10000,
    .answering = 10000,
    .stalling = 10000,
    .whole = 20000,
    .first_wait = 10,
    .longest_wait = 2500,
    .tries = 3,
  };
}

/* The manners may have been changed before. */
void
fixture_start (Fixture *self, ServerFunc func, gpointer data)
{
  self->server = server_new (func, data);
  self->fetcher = accord_fetcher_new_with_manners (&self->manners);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->server, server_free);
  /* What was done on a thread lets go of it on the main loop. */
  g_object_add_weak_pointer (G_OBJECT (self->fetcher), (gpointer *) &self->fetcher);
  g_object_unref (self->fetcher);
  while (self->fetcher != NULL)
    g_main_context_iteration (NULL, TRUE);
}

AccordFetched *
fixture_fetch (Fixture *self, const char *path)
{
  g_autofree char *address = server_address (self->server, path);
  g_autoptr (GError) error = NULL;
  AccordFetched *fetched = accord_fetcher_fetch (self->fetcher, address, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (fetched);
  return fetched;
}

void
fixture_refused (Fixture *self, const char *path, AccordNetError code, const char *words)
{
  g_autofree char *address = *path == '/' ? server_address (self->server, path) : g_strdup (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_fetcher_fetch (self->fetcher, address, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, ACCORD_NET_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

void
fixture_assert_text (AccordFetched *fetched, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (fetched->bytes, &size);

  g_assert_cmpmem (data, size, text, strlen (text));
}
