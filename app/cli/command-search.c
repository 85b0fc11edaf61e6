/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "condition.h"
#include "names.h"
#include "search.h"
#include "text-table.h"

#define HITS_OF_EACH_KIND 10

typedef struct
{
  AccordRun *run;
  char *text;
  gint64 per_kind;
} Search;

/* The marks around matched words, as the search gives them. */
static char *
plain_excerpt (const char *excerpt)
{
  g_autoptr (GString) plain = g_string_new (excerpt);

  g_string_replace (plain, "\u2068", "", 0);
  g_string_replace (plain, "\u2069", "", 0);
  return accord_terminal_line (plain->str);
}

static char *
styled_excerpt (const char *excerpt, gboolean styled)
{
  g_autoptr (GString) line = NULL;
  g_autofree char *one_line = accord_terminal_line (excerpt);

  if (!styled)
    return plain_excerpt (excerpt);
  line = g_string_new (one_line);
  g_string_replace (line, "\u2068", "\033[1m", 0);
  g_string_replace (line, "\u2069", "\033[0m", 0);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
write_group (AccordOutput *output, const AccordSearchGroup *group)
{
  g_autofree char *total = g_strdup_printf ("%" G_GINT64_FORMAT, group->total);

  accord_output_heading (output, _ (group->kind->plural));
  if (group->year != NULL)
    accord_output_printf (output, " %s", group->year);
  accord_output_printf (output, " (%s)\n", total);
  for (guint i = 0; i < group->hits->len; i++)
    {
      const AccordSearchHit *hit = g_ptr_array_index (group->hits, i);
      g_autofree char *title = accord_terminal_line (hit->title);

      accord_output_printf (output, "  %s %" G_GINT64_FORMAT "  %s\n", hit->kind->name, hit->id, title);
      if (hit->excerpt != NULL && *hit->excerpt != '\0')
        {
          g_autofree char *excerpt = styled_excerpt (hit->excerpt, accord_output_get_styled (output));

          accord_output_printf (output, "    %s\n", excerpt);
        }
    }
}

static gboolean
write_hit_json (AccordJson *json, const AccordSearchHit *hit, AccordNames *names, GError **error)
{
  const AccordName *name = accord_names_get (names, hit->kind->name, hit->id, error);
  g_autofree char *excerpt = hit->excerpt != NULL ? plain_excerpt (hit->excerpt) : NULL;

  if (name == NULL)
    return FALSE;
  accord_json_begin_object (json);
  accord_json_member_string (json, "kind", hit->kind->name);
  accord_json_member_int (json, "id", hit->id);
  accord_json_member_string (json, "uid", name->uid);
  accord_json_member_string (json, "title", hit->title);
  accord_json_member_string (json, "excerpt", excerpt);
  accord_json_end_object (json);
  return TRUE;
}

static gboolean
write_json (AccordOutput *output, GPtrArray *groups, AccordReader *reader, GError **error)
{
  g_autoptr (AccordNames) names = accord_names_new (reader);
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < groups->len; i++)
    {
      const AccordSearchGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->hits->len; j++)
        if (!write_hit_json (&json, g_ptr_array_index (group->hits, j), names, error))
          return FALSE;
    }
  accord_json_end_array (&json);
  return TRUE;
}

static gpointer
read_hits (AccordReader *reader, gpointer data, GError **error)
{
  Search *search = data;
  AccordRun *run = search->run;
  g_autoptr (GPtrArray) groups = accord_reader_search (reader, search->text, search->per_kind, error);

  if (groups == NULL)
    return NULL;
  if (run->options->json)
    return write_json (run->output, groups, reader, error) ? search : NULL;
  for (guint i = 0; i < groups->len; i++)
    write_group (run->output, g_ptr_array_index (groups, i));
  if (groups->len == 0)
    accord_output_printf (run->output, "%s\n", _ ("Nothing was found."));
  return search;
}

/**
 * accord_command_search:
 * @run: the run
 * @error: return location for an error
 *
 * Searches all kinds at once.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_search (AccordRun *run, GError **error)
{
  Search search = { run };
  g_autofree char *text = g_strjoinv (" ", run->arguments);

  search.text = text;
  search.per_kind = HITS_OF_EACH_KIND;
  if (!accord_cli_limit (run->options, &search.per_kind, error))
    return ACCORD_EXIT_USAGE;
  accord_workspace_read (run->workspace, read_hits, &search, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
