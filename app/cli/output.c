/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output.h"

#include <errno.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#define PIECE (64 * 1024)

struct _AccordOutput
{
  int fd;
  GString *pending;
  GError *failure;
  gboolean styled;
};

static void
write_pending (AccordOutput *self)
{
  gsize done = 0;

  while (self->failure == NULL && done < self->pending->len)
    {
      gssize n = write (self->fd, self->pending->str + done, self->pending->len - done);
      int saved = errno;

      if (n >= 0)
        done += n;
      else if (saved != EINTR)
        self->failure = g_error_new (G_IO_ERROR, g_io_error_from_errno (saved),
                                     _ ("The output could not be written: %s"), g_strerror (saved));
    }
  g_string_truncate (self->pending, 0);
}

/**
 * accord_output_new:
 * @fd: where to write; it stays the caller's
 *
 * Headings are styled when @fd is a terminal that can and the environment does not forbid it (`NO_COLOR`).
 * `SIGPIPE` must be ignored for a closed pipe to be told as an error.
 *
 * Returns: (transfer full): an output
 */
AccordOutput *
accord_output_new (int fd)
{
  AccordOutput *self = g_new0 (AccordOutput, 1);
  const char *no_colour = g_getenv ("NO_COLOR");

  self->fd = fd;
  self->pending = g_string_sized_new (PIECE + 4096);
  self->styled =
      isatty (fd) && (no_colour == NULL || *no_colour == '\0') && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  return self;
}

/**
 * accord_output_free:
 * @self: an output
 *
 * Frees it; what was not flushed is lost.
 */
void
accord_output_free (AccordOutput *self)
{
  g_string_free (self->pending, TRUE);
  g_clear_error (&self->failure);
  g_free (self);
}

/**
 * accord_output_write:
 * @self: an output
 * @text: bytes to write
 * @length: how many, or -1 when @text ends with a nul
 *
 * Adds to what is written.
 */
void
accord_output_write (AccordOutput *self, const char *text, gssize length)
{
  g_return_if_fail (self != NULL);

  if (self->failure != NULL)
    return;
  g_string_append_len (self->pending, text, length);
  if (self->pending->len >= PIECE)
    write_pending (self);
}

/**
 * accord_output_printf:
 * @self: an output
 * @format: as for printf()
 * @...: what goes into it
 *
 * Adds formatted text to what is written.
 */
void
accord_output_printf (AccordOutput *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  accord_output_write (self, text, -1);
}

/**
 * accord_output_repeat:
 * @self: an output
 * @byte: an ASCII character
 * @count: how often
 *
 * Writes @byte @count times.
 */
void
accord_output_repeat (AccordOutput *self, char byte, guint count)
{
  for (guint i = 0; i < count; i++)
    accord_output_write (self, &byte, 1);
}

/**
 * accord_output_check:
 * @self: an output
 * @error: return location for an error
 *
 * Returns: %FALSE when writing has failed; %G_IO_ERROR_BROKEN_PIPE when whoever read has gone
 */
gboolean
accord_output_check (AccordOutput *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}

/**
 * accord_output_flush:
 * @self: an output
 * @error: return location for an error
 *
 * Writes what is still held back.
 *
 * Returns: %FALSE when this or an earlier writing failed
 */
gboolean
accord_output_flush (AccordOutput *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  write_pending (self);
  return accord_output_check (self, error);
}

/**
 * accord_output_get_styled:
 * @self: an output
 *
 * Returns: whether headings are made bold
 */
gboolean
accord_output_get_styled (AccordOutput *self)
{
  return self->styled;
}

/**
 * accord_output_get_columns:
 * @self: an output
 *
 * Returns: how many characters fit in a line of the terminal, or 0 when the output is not a terminal
 */
guint
accord_output_get_columns (AccordOutput *self)
{
  struct winsize size = { 0 };

  if (!isatty (self->fd) || ioctl (self->fd, TIOCGWINSZ, &size) != 0)
    return 0;
  return size.ws_col;
}

/**
 * accord_output_heading:
 * @self: an output
 * @text: a heading, in UTF-8
 *
 * Writes @text, bold where that can be shown.
 */
void
accord_output_heading (AccordOutput *self, const char *text)
{
  if (self->styled)
    accord_output_write (self, "\033[1m", -1);
  accord_output_write (self, text, -1);
  if (self->styled)
    accord_output_write (self, "\033[0m", -1);
}
