/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/page-origin.h"

#include "read.h"
#include "site-fetch.h"
#include "thread.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 * 1024)

/* What is known of a page besides its bytes. */
typedef struct
{
  char *address;
  char *fetched_at;
  char *content_type;
} Known;

struct _AccordPageOrigin
{
  gatomicrefcount references;
  GFile *file;
  GBytes *raw;
  Known known;
  char *name;
};

/* One reading; all of it is its thread's own. */
typedef struct
{
  GFile *file;
  GBytes *raw;
  Known known;
  char *body;
  char *date;
  AccordCommitteePage *page;
} Reading;

static void
known_clear (Known *self)
{
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->fetched_at, g_free);
  g_clear_pointer (&self->content_type, g_free);
}

static void
known_set (Known *self, const char *address, const char *fetched_at, const char *content_type)
{
  known_clear (self);
  self->address = g_strdup (address);
  self->fetched_at = g_strdup (fetched_at);
  self->content_type = g_strdup (content_type);
}

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_object (&self->file);
  g_clear_pointer (&self->raw, g_bytes_unref);
  g_clear_pointer (&self->page, accord_committee_page_unref);
  known_clear (&self->known);
  g_free (self->body);
  g_free (self->date);
  g_free (self);
}

static AccordPageOrigin *
origin_new (GFile *file, GBytes *raw, const char *name)
{
  AccordPageOrigin *self = g_new0 (AccordPageOrigin, 1);

  g_atomic_ref_count_init (&self->references);
  g_set_object (&self->file, file);
  self->raw = raw;
  self->name = g_strdup (name);
  return self;
}

/**
 * accord_page_origin_new_file:
 * @file: a file that may hold a committee page
 *
 * Returns: (transfer full): where the page comes from; nothing is read yet
 */
AccordPageOrigin *
accord_page_origin_new_file (GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  return origin_new (file, NULL, shown);
}

/**
 * accord_page_origin_new_text:
 * @text: what a person pasted
 *
 * Returns: (transfer full): where the page comes from
 */
AccordPageOrigin *
accord_page_origin_new_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return origin_new (NULL, g_bytes_new (text, strlen (text)), _ ("Pasted text"));
}

/**
 * accord_page_origin_new_address:
 * @address: an http or https address
 *
 * Returns: (transfer full): where the page comes from; nothing is fetched yet
 */
AccordPageOrigin *
accord_page_origin_new_address (const char *address)
{
  AccordPageOrigin *self;

  g_return_val_if_fail (address != NULL, NULL);

  self = origin_new (NULL, NULL, address);
  self->known.address = g_strdup (address);
  return self;
}

AccordPageOrigin *
accord_page_origin_ref (AccordPageOrigin *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
accord_page_origin_unref (AccordPageOrigin *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_object (&self->file);
  g_clear_pointer (&self->raw, g_bytes_unref);
  known_clear (&self->known);
  g_free (self->name);
  g_free (self);
}

/**
 * accord_page_origin_get_file:
 * @self: an origin
 *
 * Returns: (transfer none) (nullable): the file, where it is one
 */
GFile *
accord_page_origin_get_file (AccordPageOrigin *self)
{
  return self->file;
}

/**
 * accord_page_origin_get_name:
 * @self: an origin
 *
 * Returns: (transfer none): what people call it: the file's name, “Pasted text”, the address
 */
const char *
accord_page_origin_get_name (AccordPageOrigin *self)
{
  return self->name;
}

/* One byte more than is read of a page is enough for its reader to refuse it. */
static GBytes *
load_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) raw = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  if (stream == NULL)
    return NULL;
  while (raw->len <= ACCORD_COMMITTEE_PAGE_LIMIT)
    {
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      g_byte_array_append (raw, chunk, (guint) n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&raw));
}

/* What the server says of the page, after it has led elsewhere perhaps, is known of it from then on. */
static GBytes *
fetch (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordFetcher) fetcher = accord_fetcher_new ();
  g_autoptr (AccordSitePage) site =
      accord_committee_fetch_page (fetcher, reading->known.address, cancellable, error);

  if (site == NULL)
    return NULL;
  known_set (&reading->known, site->options.address, site->options.fetched_at, site->options.content_type);
  return g_bytes_ref (site->raw);
}

static void
read_page (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  AccordReadOptions options = { ACCORD_FORM_AUTO };
  GError *error = NULL;

  if (reading->raw == NULL)
    reading->raw = reading->file != NULL ? load_file (reading->file, cancellable, &error)
                                         : fetch (reading, cancellable, &error);
  options.address = reading->known.address;
  options.fetched_at = reading->known.fetched_at;
  options.content_type = reading->known.content_type;
  options.body = reading->body;
  options.date = reading->date;
  if (reading->raw != NULL)
    reading->page = accord_committee_read (reading->raw, &options, cancellable, &error);
  if (reading->page == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * accord_page_origin_read_async:
 * @self: an origin
 * @body: (nullable): the body, where the page does not say
 * @date: (nullable): the ISO date, where the page does not say
 * @cancellable: (nullable): to stop
 * @callback: called when the page is read
 * @user_data: data for @callback
 *
 * Loads the page, unless that was done before, and reads it, on a thread of its own.
 */
void
accord_page_origin_read_async (AccordPageOrigin *self, const char *body, const char *date,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  g_set_object (&reading->file, self->file);
  reading->raw = self->raw != NULL ? g_bytes_ref (self->raw) : NULL;
  known_set (&reading->known, self->known.address, self->known.fetched_at, self->known.content_type);
  reading->body = g_strdup (body);
  reading->date = g_strdup (date);
  g_task_set_task_data (task, reading, reading_free);
  accord_thread_run (task, read_page);
}

/**
 * accord_page_origin_read_finish:
 * @self: the origin
 * @result: the result that the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was read, or %NULL with a sentence for people
 */
AccordCommitteePage *
accord_page_origin_read_finish (AccordPageOrigin *self, GAsyncResult *result, GError **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (self->raw == NULL)
    {
      self->raw = g_bytes_ref (reading->raw);
      known_set (&self->known, reading->known.address, reading->known.fetched_at,
                 reading->known.content_type);
    }
  return g_steal_pointer (&reading->page);
}
