/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-engine.h"

#include "pdf/pdf-wire.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* How long a file may keep us waiting, in milliseconds: to be opened, and for one page of it. */
#define LONGEST_OPENING 60000
#define LONGEST_PAGE 20000
#define PROGRAM "accord-pdf"

/*
 * The window's side of accord-pdf, the program that reads PDFs. A file that ends that program or never lets
 * it answer is a sentence here, and the next question is asked of a new one.
 */
struct _AccordPdfEngine
{
  GSubprocess *program;
  int socket;
  gboolean alive;
};

G_DEFINE_QUARK (accord - pdf - error - quark, accord_pdf_error)

/* --- The program. */

/* Beside the window's own program, or where it was installed. */
static char *
find_program (void)
{
  const char *given = g_getenv ("ACCORD_PDF_PROGRAM");
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, PROGRAM, NULL) : NULL;

  if (given != NULL)
    return g_strdup (given);
  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_build_filename (ACCORD_LIBEXEC_DIR, PROGRAM, NULL);
}

static gboolean
start (AccordPdfEngine *self, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *path = find_program ();
  g_autoptr (GError) why = NULL;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error (error, ACCORD_PDF_ERROR, ACCORD_PDF_ERROR_FAILED, _ ("The PDF cannot be read: %s."),
                   g_strerror (errno));
      return FALSE;
    }
  self->socket = ends[0];
  g_subprocess_launcher_take_stdin_fd (launcher, ends[1]);
  self->program = g_subprocess_launcher_spawn (launcher, &why, path, NULL);
  self->alive = self->program != NULL;
  if (!self->alive)
    g_set_error (error, ACCORD_PDF_ERROR, ACCORD_PDF_ERROR_FAILED,
                 _ ("The part of Accord that reads PDFs cannot be started: %s."), why->message);
  return self->alive;
}

static void
stop (AccordPdfEngine *self)
{
  self->alive = FALSE;
  if (self->program != NULL)
    g_subprocess_force_exit (self->program);
}

/* --- Questions. */

static gboolean
await (AccordPdfEngine *self, int longest)
{
  const gint64 end = g_get_monotonic_time () + (gint64) longest * 1000;
  struct pollfd waiting = { .fd = self->socket, .events = POLLIN };
  int ready;

  do
    ready = poll (&waiting, 1, (int) MAX (0, (end - g_get_monotonic_time ()) / 1000));
  while (ready < 0 && errno == EINTR);
  return ready > 0;
}

static gboolean
fail (AccordPdfEngine *self, gboolean late, GError **error)
{
  stop (self);
  g_set_error (error, ACCORD_PDF_ERROR, ACCORD_PDF_ERROR_FAILED,
               late ? _ ("Reading the PDF takes too long, and was given up.")
                    : _ ("The PDF is damaged in a way that ended the reading of it."));
  return FALSE;
}

static gboolean
explain (guint32 fault, gboolean password_given, GError **error)
{
  const AccordPdfError code = fault == ACCORD_PDF_FAULT_PASSWORD ? ACCORD_PDF_ERROR_PASSWORD
                              : fault == ACCORD_PDF_FAULT_FAILED ? ACCORD_PDF_ERROR_FAILED
                                                                 : ACCORD_PDF_ERROR_DAMAGED;

  if (fault == ACCORD_PDF_FAULT_PASSWORD && password_given)
    g_set_error (error, ACCORD_PDF_ERROR, code, _ ("This is not the PDF’s password."));
  else if (fault == ACCORD_PDF_FAULT_PASSWORD)
    g_set_error (error, ACCORD_PDF_ERROR, code, _ ("This PDF opens with a password only."));
  else if (fault == ACCORD_PDF_FAULT_NO_PAGES)
    g_set_error (error, ACCORD_PDF_ERROR, code, _ ("This PDF has no pages."));
  else if (fault == ACCORD_PDF_FAULT_TOO_MANY_PAGES)
    g_set_error (error, ACCORD_PDF_ERROR, code,
                 /* Translators: %'d is a number of pages, with separators. */
                 _ ("This PDF says that it has more than %'d pages, and so it is not shown."),
                 ACCORD_PDF_MOST_PAGES);
  else if (fault == ACCORD_PDF_FAULT_FAILED)
    g_set_error (error, ACCORD_PDF_ERROR, code, _ ("There is not enough memory for this page."));
  else
    g_set_error (error, ACCORD_PDF_ERROR, code, _ ("This is not a PDF, or it is too damaged to be read."));
  return fault == ACCORD_PDF_FAULT_NONE;
}

/* Asks, and waits for the answer, whose bytes are @bytes: %NULL if there is nothing in it. */
static gboolean
ask (AccordPdfEngine *self, const AccordPdfRequest *request, int fd, GBytes **bytes, GError **error)
{
  const gboolean opens = request->command == ACCORD_PDF_COMMAND_OPEN;
  AccordPdfReply reply;
  int along = -1;

  if (!self->alive || !accord_pdf_wire_send (self->socket, request, sizeof *request, fd))
    return fail (self, FALSE, error);
  if (!await (self, opens || request->command == ACCORD_PDF_COMMAND_PAGES ? LONGEST_OPENING : LONGEST_PAGE))
    return fail (self, TRUE, error);
  if (accord_pdf_wire_receive (self->socket, &reply, sizeof reply, &along) != sizeof reply)
    {
      if (along >= 0)
        close (along);
      return fail (self, FALSE, error);
    }
  if (along >= 0)
    *bytes = accord_pdf_wire_map (along, reply.size, request->command != ACCORD_PDF_COMMAND_RENDER);
  if (reply.fault != ACCORD_PDF_FAULT_NONE)
    return explain (reply.fault, opens && *request->words != '\0', error);
  return reply.size == 0 || *bytes != NULL || fail (self, FALSE, error);
}

/**
 * accord_pdf_engine_open:
 * @fd: an open file, which stays open for the caller
 * @password: (nullable): what it opens with
 * @error: return location for an error
 *
 * Opens a PDF. It takes as long as the file makes it: not for the window's thread.
 *
 * Returns: (transfer full): the PDF, or %NULL with @error set, of %ACCORD_PDF_ERROR, in one sentence
 */
AccordPdfEngine *
accord_pdf_engine_open (int fd, const char *password, GError **error)
{
  g_autoptr (AccordPdfEngine) self = g_new0 (AccordPdfEngine, 1);
  g_autoptr (GBytes) nothing = NULL;
  AccordPdfRequest request = { .command = ACCORD_PDF_COMMAND_OPEN };

  self->socket = -1;
  if (password != NULL)
    g_strlcpy (request.words, password, sizeof request.words);
  if (!start (self, error) || !ask (self, &request, fd, &nothing, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_pdf_engine_free:
 * @self: an open PDF
 *
 * Closes it.
 */
void
accord_pdf_engine_free (AccordPdfEngine *self)
{
  stop (self);
  g_clear_object (&self->program);
  if (self->socket >= 0)
    close (self->socket);
  g_free (self);
}

/**
 * accord_pdf_engine_is_alive:
 * @self: an open PDF
 *
 * Returns: whether it may be asked further; after an error that ended the reading it may not
 */
gboolean
accord_pdf_engine_is_alive (AccordPdfEngine *self)
{
  return self->alive;
}

/**
 * accord_pdf_engine_read_pages:
 * @self: an open PDF
 * @pages: (element-type AccordPdfPage): where the pages are added
 * @error: return location for an error
 *
 * Says how large each page is.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_pdf_engine_read_pages (AccordPdfEngine *self, GArray *pages, GError **error)
{
  const AccordPdfRequest request = { .command = ACCORD_PDF_COMMAND_PAGES };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) variant = NULL;
  GVariantIter iter;
  AccordPdfPage page;

  if (!ask (self, &request, -1, &bytes, error))
    return FALSE;
  if (bytes == NULL)
    return explain (ACCORD_PDF_FAULT_NO_PAGES, FALSE, error);
  variant = g_variant_ref_sink (g_variant_new_from_bytes (ACCORD_PDF_PAGES_TYPE, bytes, FALSE));
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(dds)", &page.width, &page.height, &page.label))
    {
      if (*page.label == '\0')
        g_clear_pointer (&page.label, g_free);
      if (!isfinite (page.width) || !isfinite (page.height) || page.width <= 0 || page.height <= 0)
        page.width = 612, page.height = 792;
      g_array_append_val (pages, page);
    }
  return pages->len > 0 || explain (ACCORD_PDF_FAULT_NO_PAGES, FALSE, error);
}

/**
 * accord_pdf_engine_read_outline:
 * @self: an open PDF
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordPdfHeading): its outline, empty if it has none, or %NULL with
 * @error set
 */
GPtrArray *
accord_pdf_engine_read_outline (AccordPdfEngine *self, GError **error)
{
  const AccordPdfRequest request = { .command = ACCORD_PDF_COMMAND_OUTLINE };
  g_autoptr (GBytes) bytes = NULL;

  if (!ask (self, &request, -1, &bytes, error))
    return NULL;
  return bytes != NULL ? accord_pdf_wire_unpack_outline (bytes) : g_ptr_array_new ();
}

/**
 * accord_pdf_engine_render:
 * @self: an open PDF
 * @page: counted from 0
 * @scale: pixels for a point
 * @part: the part that is wanted, in pixels of the whole page at that scale
 * @error: return location for an error
 *
 * Draws a part of a page on white. What cannot be read of it stays white.
 *
 * Returns: (transfer full): 4 bytes a pixel as cairo has them, rows without gaps, or %NULL with @error set
 */
GBytes *
accord_pdf_engine_render (AccordPdfEngine *self, guint page, double scale, const cairo_rectangle_int_t *part,
                          GError **error)
{
  const AccordPdfRequest request = {
    .command = ACCORD_PDF_COMMAND_RENDER, .page = page, .scale = scale, .part = *part
  };
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (part->width > 0 && part->width <= ACCORD_PDF_MOST_SIDE, NULL);
  g_return_val_if_fail (part->height > 0 && part->height <= ACCORD_PDF_MOST_SIDE, NULL);

  if (!ask (self, &request, -1, &bytes, error))
    return NULL;
  if (bytes != NULL && g_bytes_get_size (bytes) == 4 * (gsize) part->width * (gsize) part->height)
    return g_steal_pointer (&bytes);
  fail (self, FALSE, error);
  return NULL;
}

/**
 * accord_pdf_engine_read_content:
 * @self: an open PDF
 * @page: counted from 0
 * @error: return location for an error
 *
 * Returns: (transfer full): the words and the links of a page; a picture of a page has none. %NULL with
 * @error set
 */
AccordPdfContent *
accord_pdf_engine_read_content (AccordPdfEngine *self, guint page, GError **error)
{
  const AccordPdfRequest request = { .command = ACCORD_PDF_COMMAND_CONTENT, .page = page };
  g_autoptr (GBytes) bytes = NULL;

  if (!ask (self, &request, -1, &bytes, error))
    return NULL;
  return bytes != NULL ? accord_pdf_wire_unpack_content (bytes) : accord_pdf_content_new ();
}

/**
 * accord_pdf_engine_find:
 * @self: an open PDF
 * @page: counted from 0
 * @words: what is looked for, in any case, with or without accents
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordPdfPlace): where the words are on the page, one place for each
 * time; words that go on in the next line have two rectangles. %NULL with @error set
 */
GPtrArray *
accord_pdf_engine_find (AccordPdfEngine *self, guint page, const char *words, GError **error)
{
  AccordPdfRequest request = { .command = ACCORD_PDF_COMMAND_FIND, .page = page };
  g_autoptr (GBytes) bytes = NULL;

  g_strlcpy (request.words, words, sizeof request.words);
  if (!ask (self, &request, -1, &bytes, error))
    return NULL;
  if (bytes != NULL)
    return accord_pdf_wire_unpack_hits (bytes, page);
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_place_free);
}
