/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attach.h"

#include "content.h"
#include "store/error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Longer names than this are cut: no file system takes more than 255 bytes, and a part name needs some. */
#define LONGEST_NAME 160
#define LONGEST_ENDING 16
#define LOOK_AT 4096

/* A file on its way in. */
typedef struct
{
  GFile *file;
  AccordRecord *document;
  AccordProgressFunc progress;
  gpointer progress_data;
  char *name;
} Attaching;

static void
attaching_free (gpointer data)
{
  Attaching *self = data;

  g_object_unref (self->file);
  g_object_unref (self->document);
  g_free (self->name);
  g_free (self);
}

/* Signs that steer text without being seen could make "gpj.exe" read "exe.jpg". */
static gboolean
is_unsafe (gunichar sign)
{
  return g_unichar_iscntrl (sign) || g_unichar_type (sign) == G_UNICODE_FORMAT || sign == '/' || sign == '\\'
         || sign == ':' || sign == '*' || sign == '?' || sign == '"' || sign == '<' || sign == '>'
         || sign == '|' || sign == 0x2028 || sign == 0x2029 || sign == 0xfffd;
}

static gboolean
is_reserved (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul" };
  gsize stem = strcspn (name, ".");

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (stem == strlen (devices[i]) && g_ascii_strncasecmp (name, devices[i], stem) == 0)
      return TRUE;
  return stem == 4 && (g_ascii_strncasecmp (name, "com", 3) == 0 || g_ascii_strncasecmp (name, "lpt", 3) == 0)
         && g_ascii_isdigit (name[3]);
}

/* Cuts in the middle of a name, never of a sign, so that the ending stays. */
static void
shorten (GString *name)
{
  const char *dot = strrchr (name->str, '.');
  g_autofree char *ending = NULL;
  const char *end;

  if (name->len <= LONGEST_NAME)
    return;
  ending = g_strdup (dot != NULL && strlen (dot) <= LONGEST_ENDING ? dot : "");
  end = g_utf8_find_prev_char (name->str, name->str + LONGEST_NAME - strlen (ending) + 1);
  g_string_truncate (name, end - name->str);
  g_string_append (name, ending);
}

/**
 * accord_attach_safe_name:
 * @name: (nullable): a file's name, of anybody's making
 *
 * Returns: (transfer full): a name that leads nowhere else, hides nothing and is fit for every file system
 */
char *
accord_attach_safe_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) safe = g_string_new (NULL);
  const char *at = composed != NULL ? composed : "";

  for (; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_unsafe (g_utf8_get_char (at)))
      g_string_append_unichar (safe, g_utf8_get_char (at));
    else if (!g_unichar_iscntrl (g_utf8_get_char (at))
             && g_unichar_type (g_utf8_get_char (at)) != G_UNICODE_FORMAT)
      g_string_append_c (safe, '_');
  while (safe->len > 0 && (safe->str[safe->len - 1] == '.' || safe->str[safe->len - 1] == ' '))
    g_string_truncate (safe, safe->len - 1);
  while (safe->len > 0 && (safe->str[0] == '.' || safe->str[0] == ' ' || safe->str[0] == '-'))
    g_string_erase (safe, 0, 1);
  shorten (safe);
  if (safe->len == 0)
    return g_strdup (_ ("document"));
  if (is_reserved (safe->str))
    g_string_prepend_c (safe, '_');
  return g_string_free (g_steal_pointer (&safe), FALSE);
}

/* What people call it: its name without the ending. */
static char *
dup_title (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name && strlen (dot) <= LONGEST_ENDING ? g_strndup (name, dot - name)
                                                                      : g_strdup (name);
}

static char *
guess_media_type (GInputStream *stream, const char *name)
{
  g_autofree char *type = NULL;
  const guchar *bytes;
  gsize size;

  bytes = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (stream), &size);
  type = g_content_type_guess (name, bytes, size, NULL);
  return type != NULL ? g_content_type_get_mime_type (type) : NULL;
}

static gboolean
fail_file (const char *name, GError *reason, GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, reason);
  else
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN, _ ("“%s” cannot be read: %s."), name,
                   reason->message);
      g_error_free (reason);
    }
  return FALSE;
}

static gint64
size_of (GFileInputStream *stream, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info =
      g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

static gboolean
write_attachment (AccordWriter *writer, gpointer data, GError **error)
{
  Attaching *self = data;
  GCancellable *cancellable = accord_reader_get_cancellable (accord_writer_get_reader (writer));
  GError *reason = NULL;
  g_autoptr (GFileInputStream) file = g_file_read (self->file, cancellable, &reason);
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *digest = NULL, *type = NULL;
  gint64 size;

  if (file == NULL)
    return fail_file (self->name, reason, error);
  stream = g_buffered_input_stream_new_sized (G_INPUT_STREAM (file), LOOK_AT);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (stream), LOOK_AT, cancellable, &reason) < 0)
    return fail_file (self->name, reason, error);
  type = guess_media_type (stream, self->name);
  if (!accord_writer_add_content (writer, stream, size_of (file, cancellable), self->name, self->progress,
                                  self->progress_data, &digest, &size, error))
    return FALSE;
  accord_record_set_text (self->document, "digest", digest);
  accord_record_set_int (self->document, "size", size);
  accord_record_set_text (self->document, "media-type", type);
  return accord_writer_insert (writer, self->document, error);
}

static Attaching *
attaching_new (GFile *file, AccordRecord *preset, AccordProgressFunc progress, gpointer progress_data)
{
  Attaching *self = g_new0 (Attaching, 1);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base != NULL ? base : "");

  self->file = g_object_ref (file);
  self->document = accord_record_copy (preset);
  self->name = accord_attach_safe_name (shown);
  self->progress = progress;
  self->progress_data = progress_data;
  accord_record_set_text (self->document, "file-name", self->name);
  if (accord_record_get_text (self->document, "name") == NULL)
    {
      g_autofree char *title = dup_title (self->name);

      accord_record_set_text (self->document, "name", title);
    }
  return self;
}

static char *
dup_label (Attaching *self)
{
  /* Translators: %s is a file's name. */
  return g_strdup_printf (_ ("Attach %s"), self->name);
}

/**
 * accord_attach:
 * @workspace: a workspace
 * @file: a file
 * @preset: a new document with what it belongs to; copied
 * @progress: (nullable) (scope call): told bytes of bytes, on a worker thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up; nothing is kept then
 * @error: return location for an error
 *
 * Takes a file into the workspace as a document. Waits.
 *
 * Returns: the document's identifier, or 0 on failure
 */
gint64
accord_attach (AccordWorkspace *workspace, GFile *file, AccordRecord *preset, AccordProgressFunc progress,
               gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Attaching *attaching = attaching_new (file, preset, progress, progress_data);
  g_autofree char *label = dup_label (attaching);
  g_autoptr (AccordChange) change =
      accord_workspace_write (workspace, label, write_attachment, attaching, cancellable, error);
  gint64 id = change != NULL ? accord_record_get_id (attaching->document) : 0;

  attaching_free (attaching);
  return id;
}

/**
 * accord_attach_async:
 * @workspace: a workspace
 * @file: a file
 * @preset: a new document with what it belongs to; copied
 * @progress: (nullable): told bytes of bytes, on a worker thread, until @callback is called
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up; nothing is kept then
 * @callback: called with the result
 * @user_data: for @callback
 *
 * As accord_attach(), without waiting.
 */
void
accord_attach_async (AccordWorkspace *workspace, GFile *file, AccordRecord *preset,
                     AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  Attaching *attaching = attaching_new (file, preset, progress, progress_data);
  g_autofree char *label = dup_label (attaching);

  accord_workspace_write_async (workspace, label, write_attachment, attaching, attaching_free, cancellable,
                                callback, user_data);
}

gboolean
accord_attach_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_autoptr (AccordChange) change = accord_workspace_write_finish (workspace, result, error);

  return change != NULL;
}

/* A file on its way out. */
typedef struct
{
  char *digest;
  GFile *file;
  AccordExtractFlags flags;
  AccordProgressFunc progress;
  gpointer progress_data;
} Extracting;

static void
extracting_free (gpointer data)
{
  Extracting *self = data;

  g_object_unref (self->file);
  g_free (self->digest);
  g_free (self);
}

static Extracting *
extracting_new (const char *digest, GFile *file, AccordExtractFlags flags)
{
  Extracting *self = g_new0 (Extracting, 1);

  self->digest = g_strdup (digest);
  self->file = g_object_ref (file);
  self->flags = flags;
  return self;
}

static gboolean
write_copy (AccordReader *reader, Extracting *self, GFileOutputStream *stream, GError **error)
{
  GCancellable *cancellable = accord_reader_get_cancellable (reader);

  return accord_reader_copy_content (reader, self->digest, G_OUTPUT_STREAM (stream), self->progress,
                                     self->progress_data, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error)
         && (!(self->flags & ACCORD_EXTRACT_READ_ONLY)
             || g_file_set_attribute_uint32 (self->file, G_FILE_ATTRIBUTE_UNIX_MODE, 0400,
                                             G_FILE_QUERY_INFO_NONE, cancellable, error));
}

static GFileOutputStream *
open_copy (Extracting *self, GCancellable *cancellable, GError **error)
{
  if (self->flags & ACCORD_EXTRACT_REPLACE)
    return g_file_replace (self->file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  return g_file_create (self->file, G_FILE_CREATE_PRIVATE, cancellable, error);
}

/* A stream that is closed after it was given up leaves the file that it was to replace. */
static void
give_up (Extracting *self, GFileOutputStream *stream)
{
  g_autoptr (GCancellable) given_up = g_cancellable_new ();

  g_cancellable_cancel (given_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), given_up, NULL);
  if (!(self->flags & ACCORD_EXTRACT_REPLACE))
    g_file_delete (self->file, NULL, NULL);
}

static gpointer
read_content (AccordReader *reader, gpointer data, GError **error)
{
  Extracting *self = data;
  g_autoptr (GFileOutputStream) stream = open_copy (self, accord_reader_get_cancellable (reader), error);

  if (stream == NULL)
    return NULL;
  if (write_copy (reader, self, stream, error))
    return g_object_ref (self->file);
  give_up (self, stream);
  return NULL;
}

/**
 * accord_extract:
 * @workspace: a workspace
 * @digest: the SHA-256 of a file that it keeps
 * @file: where to
 * @flags: what is asked of @file
 * @progress: (nullable) (scope call): told bytes of bytes, on a worker thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up; no file is left then
 * @error: return location for an error
 *
 * Writes a file that the workspace keeps, byte for byte. Waits.
 *
 * Returns: %FALSE on failure; no file is left then
 */
gboolean
accord_extract (AccordWorkspace *workspace, const char *digest, GFile *file, AccordExtractFlags flags,
                AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                GError **error)
{
  Extracting *self = extracting_new (digest, file, flags);
  g_autoptr (GFile) written = NULL;

  self->progress = progress;
  self->progress_data = progress_data;
  written = accord_workspace_read (workspace, read_content, self, cancellable, error);
  extracting_free (self);
  return written != NULL;
}

/**
 * accord_extract_async:
 * @workspace: a workspace
 * @digest: the SHA-256 of a file that it keeps
 * @file: where to
 * @flags: what is asked of @file
 * @cancellable: (nullable): to give up; no file is left then
 * @callback: called with the result
 * @user_data: for @callback
 *
 * As accord_extract(), without waiting.
 */
void
accord_extract_async (AccordWorkspace *workspace, const char *digest, GFile *file, AccordExtractFlags flags,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  accord_workspace_read_async (workspace, read_content, extracting_new (digest, file, flags), extracting_free,
                               g_object_unref, cancellable, callback, user_data);
}

gboolean
accord_extract_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_autoptr (GFile) file = accord_workspace_read_finish (workspace, result, error);

  return file != NULL;
}
