/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "exit.h"
#include "secret.h"

/* In bytes; nobody types more. */
#define LONGEST 1024

/* Up to the end of the line; the rest is nobody's business. */
static gssize
read_line (int fd, char *line, gsize size)
{
  gsize n = 0;

  while (n < size)
    {
      const ssize_t got = read (fd, line + n, 1);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return -1;
      if (got == 0 || line[n] == '\n')
        break;
      n++;
    }
  if (n > 0 && n < size && line[n - 1] == '\r')
    n--;
  return (gssize) n;
}

static gboolean
check (const char *line, gssize n, const char *name, int code, GError **error)
{
  if (n < 0)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _ ("“%s” cannot be read: %s."), name,
                 g_strerror (code));
  else if (n == 0 || n > LONGEST || memchr (line, '\0', (gsize) n) != NULL
           || !g_utf8_validate (line, n, NULL))
    g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                 _ ("The first line of “%s” is no passphrase."), name);
  else
    return TRUE;
  return FALSE;
}

/**
 * accord_cli_read_passphrase:
 * @path: a path of the command line, or "-" for standard input
 * @error: return location for an error
 *
 * Reads a passphrase. It is read without buffers, so that it lies in one place only, which is wiped.
 *
 * Returns: (transfer full): the first line, to be given to accord_secret_free(), or %NULL
 */
char *
accord_cli_read_passphrase (const char *path, GError **error)
{
  const gboolean piped = g_str_equal (path, "-");
  g_autofree char *name = piped ? g_strdup (_ ("standard input")) : g_filename_display_name (path);
  char *line = accord_secret_new (LONGEST + 1);
  int fd = piped ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n = fd >= 0 ? read_line (fd, line, LONGEST + 1) : -1;
  const int code = errno;
  gboolean sound;

  if (fd >= 0 && !piped)
    close (fd);
  sound = check (line, n, name, code, error);
  /* What followed the line's end in memory is part of no passphrase. */
  if (sound)
    line[n] = '\0';
  else
    g_clear_pointer (&line, accord_secret_free);
  return line;
}
