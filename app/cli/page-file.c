/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-file.h"

#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

#include "committee-error.h"
#include "date.h"
#include "open-file.h"
#include "site-fetch.h"
#include "text-table.h"

/**
 * accord_cli_is_address:
 * @path: an argument
 *
 * Returns: whether it is a web address, and no file
 */
gboolean
accord_cli_is_address (const char *path)
{
  return g_ascii_strncasecmp (path, "https://", 8) == 0 || g_ascii_strncasecmp (path, "http://", 7) == 0;
}

/**
 * accord_cli_page_date:
 * @run: the run
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the day that --date gives, as an ISO date; %NULL without one, or with
 * @error set where it is none
 */
char *
accord_cli_page_date (AccordRun *run, GError **error)
{
  g_autoptr (GError) problem = NULL;
  char *iso = NULL;

  if (run->options->date != NULL && !accord_date_parse (run->options->date, &iso, &problem))
    g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, problem->message);
  return iso;
}

static gboolean
find_form (AccordRun *run, AccordPageForm *form, GError **error)
{
  g_autofree char *shown = NULL;

  *form = ACCORD_FORM_AUTO;
  if (run->options->form == NULL || accord_page_form_from_word (run->options->form, form))
    return TRUE;
  shown = accord_terminal_line (run->options->form);
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("“%s” is no form of a page; it is one of auto, xml, html and text."), shown);
  return FALSE;
}

/* No more than one byte over what a page may have: the reader then says that it is too large. */
static GBytes *
load_input (AccordRun *run, GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  gsize size = 0, room = 64 * 1024;
  g_autofree char *data = g_malloc (room);

  for (;;)
    {
      gsize got;

      if (!g_input_stream_read_all (stream, data + size, room - size, &got, run->cancellable, error))
        return NULL;
      size += got;
      if (size < room || size > ACCORD_COMMITTEE_PAGE_LIMIT)
        return g_bytes_new (data, size);
      room *= 2;
      data = g_realloc (data, room);
    }
}

/* A file that is far too large is not read first. */
static gboolean
is_small_enough (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);
  g_autofree char *limit = NULL;

  if (info == NULL || g_file_info_get_size (info) <= (goffset) ACCORD_COMMITTEE_PAGE_LIMIT)
    return TRUE;
  limit = g_format_size_full (ACCORD_COMMITTEE_PAGE_LIMIT, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE,
               _ ("The page is larger than %s, which no committee page is."), limit);
  return FALSE;
}

static GBytes *
load (AccordRun *run, const char *path, GError **error)
{
  if (g_str_equal (path, "-"))
    return load_input (run, error);
  return is_small_enough (path, error) ? accord_cli_load (path, run->cancellable, error) : NULL;
}

/**
 * accord_cli_read_page:
 * @run: the run, whose options say what a page is and what it does not say
 * @path: a file, an address, or `-` for standard input
 * @body: (nullable): what the board or committee is called, where the page does not say
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was read of the page
 */
AccordCommitteePage *
accord_cli_read_page (AccordRun *run, const char *path, const char *body, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *date = accord_cli_page_date (run, &problem);
  AccordReadOptions options = { 0 };
  g_autoptr (AccordSitePage) fetched = NULL;
  g_autoptr (GBytes) raw = NULL;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (accord_cli_is_address (path))
    {
      g_autoptr (AccordFetcher) fetcher = accord_fetcher_new ();

      fetched = accord_committee_fetch_page (fetcher, path, run->cancellable, error);
      if (fetched == NULL)
        return NULL;
      options = fetched->options;
      raw = g_bytes_ref (fetched->raw);
    }
  else
    raw = load (run, path, error);
  if (raw == NULL || !find_form (run, &options.form, error))
    return NULL;
  options.body = body;
  options.date = date;
  return accord_committee_read (raw, &options, run->cancellable, error);
}
