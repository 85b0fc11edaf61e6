/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-file.h"

#include "pdf/pdf-wire.h"
#include "thread.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of a file that lies on no disk of this machine, and so is taken into memory. */
#define MOST_BYTES (512u * 1024 * 1024)
/* Copies that wait open for the next one who needs one. */
#define MOST_WAITING 3

/*
 * A PDF that was opened: what does not change is read once, and the rest is asked of an engine. An engine is
 * for one thread at a time, so that each borrows one; there are as many as threads ask at once.
 */
struct _AccordPdfFile
{
  GObject parent_instance;

  int fd;
  char *password;
  GArray *pages;
  GPtrArray *outline;

  GMutex lock;
  GPtrArray *waiting;
};

G_DEFINE_FINAL_TYPE (AccordPdfFile, accord_pdf_file, G_TYPE_OBJECT)

typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *password;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->password);
  g_free (self);
}

static void
page_clear (gpointer data)
{
  g_free (((AccordPdfPage *) data)->label);
}

static void
accord_pdf_file_finalize (GObject *object)
{
  AccordPdfFile *self = ACCORD_PDF_FILE (object);

  g_ptr_array_unref (self->waiting);
  g_clear_pointer (&self->outline, g_ptr_array_unref);
  g_array_unref (self->pages);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->password);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (accord_pdf_file_parent_class)->finalize (object);
}

static void
accord_pdf_file_class_init (AccordPdfFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_pdf_file_finalize;
}

static void
accord_pdf_file_init (AccordPdfFile *self)
{
  self->fd = -1;
  g_mutex_init (&self->lock);
  self->pages = g_array_new (FALSE, TRUE, sizeof (AccordPdfPage));
  g_array_set_clear_func (self->pages, page_clear);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_engine_free);
}

/* --- Opening. */

static gboolean
open_path (AccordPdfFile *self, const char *path, GError **error)
{
  struct stat about;

  /* Something that is no file, such as a pipe, would keep whoever opens it waiting. */
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &about) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The PDF cannot be opened: %s."),
                   g_strerror (errno));
      return FALSE;
    }
  if (S_ISREG (about.st_mode))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("This is not a file."));
  return FALSE;
}

/* What is not a file of this machine becomes one in memory. */
static gboolean
keep_bytes (AccordPdfFile *self, GBytes *bytes, GError **error)
{
  gsize size = g_bytes_get_size (bytes);
  guchar *memory;

  self->fd = accord_pdf_wire_create_memory (MAX (size, 1), &memory);
  if (self->fd < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("There is not enough memory for the PDF."));
      return FALSE;
    }
  if (size > 0)
    memcpy (memory, g_bytes_get_data (bytes, NULL), size);
  accord_pdf_wire_seal (self->fd, memory, MAX (size, 1));
  return TRUE;
}

static gboolean
load (AccordPdfFile *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) in = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree guchar *buffer = g_malloc (1 << 16);
  gssize n = -1;

  while (in != NULL
         && (n = g_input_stream_read (G_INPUT_STREAM (in), buffer, 1 << 16, cancellable, error)) > 0)
    {
      if (all->len + (gsize) n > MOST_BYTES)
        {
          g_autofree char *most = g_format_size (MOST_BYTES);

          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                       _ ("The PDF is on another machine and larger than %s. Copy it to this one first."),
                       most);
          return FALSE;
        }
      g_byte_array_append (all, buffer, (guint) n);
    }
  if (n < 0)
    return FALSE;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));
  return keep_bytes (self, bytes, error);
}

static gboolean
read_pages (AccordPdfFile *self, GCancellable *cancellable, GError **error)
{
  AccordPdfEngine *engine = accord_pdf_file_borrow (self, error);
  gboolean there;

  if (engine == NULL)
    return FALSE;
  there = accord_pdf_engine_read_pages (engine, self->pages, error);
  /* An outline that cannot be read leaves the pages. */
  if (there)
    self->outline = accord_pdf_engine_read_outline (engine, NULL);
  if (self->outline == NULL)
    self->outline = g_ptr_array_new ();
  accord_pdf_file_give_back (self, engine);
  return there && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  g_autoptr (AccordPdfFile) self = g_object_new (ACCORD_TYPE_PDF_FILE, NULL);
  g_autofree char *path = opening->file != NULL ? g_file_get_path (opening->file) : NULL;
  GError *error = NULL;
  gboolean there;

  self->password = g_strdup (opening->password);
  if (opening->bytes != NULL)
    there = keep_bytes (self, opening->bytes, &error);
  else
    there = path != NULL ? open_path (self, path, &error) : load (self, opening->file, cancellable, &error);
  if (there && read_pages (self, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
  else
    g_task_return_error (task, error);
}

static GTask *
create_task (GFile *file, GBytes *bytes, const char *password, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->file = file != NULL ? g_object_ref (file) : NULL;
  opening->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  opening->password = g_strdup (password);
  g_task_set_source_tag (task, accord_pdf_file_open_finish);
  g_task_set_task_data (task, opening, opening_free);
  return task;
}

/**
 * accord_pdf_file_open_async:
 * @file: a file
 * @password: (nullable): what it opens with
 * @cancellable: (nullable): to give it up
 * @callback: called when it is open or cannot be opened
 * @user_data: for @callback
 *
 * Opens a PDF on another thread. The file is kept open, so that it may be taken away meanwhile.
 */
void
accord_pdf_file_open_async (GFile *file, const char *password, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = create_task (file, NULL, password, cancellable, callback, user_data);

  accord_thread_run (task, open_in_thread);
}

/**
 * accord_pdf_file_open_bytes_async:
 * @bytes: a file's bytes
 * @password: (nullable): what it opens with
 * @cancellable: (nullable): to give it up
 * @callback: called when it is open or cannot be opened
 * @user_data: for @callback
 *
 * Opens a PDF that is in memory, on another thread.
 */
void
accord_pdf_file_open_bytes_async (GBytes *bytes, const char *password, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = create_task (NULL, bytes, password, cancellable, callback, user_data);

  accord_thread_run (task, open_in_thread);
}

/**
 * accord_pdf_file_open_finish:
 * @result: of either way to open one
 * @error: return location for an error
 *
 * Returns: (transfer full): the PDF, or %NULL with @error set, of %ACCORD_PDF_ERROR or %G_IO_ERROR, in one
 * sentence
 */
AccordPdfFile *
accord_pdf_file_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * accord_pdf_file_open_sync:
 * @file: (nullable): a file, or
 * @bytes: (nullable): its bytes
 * @password: (nullable): what it opens with
 * @error: return location for an error
 *
 * Opens a PDF on this thread: for programs without a window.
 *
 * Returns: (transfer full): the PDF, or %NULL with @error set
 */
AccordPdfFile *
accord_pdf_file_open_sync (GFile *file, GBytes *bytes, const char *password, GError **error)
{
  g_autoptr (GTask) task = create_task (file, bytes, password, NULL, NULL, NULL);

  g_task_run_in_thread_sync (task, open_in_thread);
  return g_task_propagate_pointer (task, error);
}

/* --- What does not change. */

/**
 * accord_pdf_file_get_n_pages:
 * @self: a PDF
 *
 * Returns: how many pages it has, at least one
 */
guint
accord_pdf_file_get_n_pages (AccordPdfFile *self)
{
  return self->pages->len;
}

/**
 * accord_pdf_file_get_page_size:
 * @self: a PDF
 * @page: counted from 0
 * @width: (out): in points
 * @height: (out): in points
 *
 * Says how large a page is as it is shown.
 */
void
accord_pdf_file_get_page_size (AccordPdfFile *self, guint page, double *width, double *height)
{
  const AccordPdfPage *one = &g_array_index (self->pages, AccordPdfPage, page);

  *width = one->width;
  *height = one->height;
}

/**
 * accord_pdf_file_get_page_label:
 * @self: a PDF
 * @page: counted from 0
 *
 * Returns: (nullable): the number as it is printed on the page, such as "iv"
 */
const char *
accord_pdf_file_get_page_label (AccordPdfFile *self, guint page)
{
  return g_array_index (self->pages, AccordPdfPage, page).label;
}

/**
 * accord_pdf_file_get_outline:
 * @self: a PDF
 *
 * Returns: (transfer none) (element-type AccordPdfHeading): its outline, empty if it has none
 */
GPtrArray *
accord_pdf_file_get_outline (AccordPdfFile *self)
{
  return self->outline;
}

/* --- Engines. */

/**
 * accord_pdf_file_borrow:
 * @self: a PDF
 * @error: return location for an error
 *
 * Gives the calling thread an engine that nobody else has. It may have to open the file again: not for the
 * window's thread.
 *
 * Returns: (transfer full): to be given back by accord_pdf_file_give_back(), or %NULL with @error set
 */
AccordPdfEngine *
accord_pdf_file_borrow (AccordPdfFile *self, GError **error)
{
  AccordPdfEngine *engine = NULL;

  g_mutex_lock (&self->lock);
  if (self->waiting->len > 0)
    engine = g_ptr_array_steal_index (self->waiting, self->waiting->len - 1);
  g_mutex_unlock (&self->lock);
  return engine != NULL ? engine : accord_pdf_engine_open (self->fd, self->password, error);
}

/**
 * accord_pdf_file_give_back:
 * @self: a PDF
 * @engine: (transfer full): what accord_pdf_file_borrow() gave
 *
 * Gives an engine back for the next thread.
 */
void
accord_pdf_file_give_back (AccordPdfFile *self, AccordPdfEngine *engine)
{
  g_mutex_lock (&self->lock);
  if (self->waiting->len < MOST_WAITING && accord_pdf_engine_is_alive (engine))
    g_ptr_array_add (self->waiting, g_steal_pointer (&engine));
  g_mutex_unlock (&self->lock);
  if (engine != NULL)
    accord_pdf_engine_free (engine);
}
