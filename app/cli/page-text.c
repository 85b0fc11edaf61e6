/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "date.h"
#include "text-table.h"

/* As many characters of what could not be read as tell which passage it is. */
#define SHOWN 70

static void
write_fact (AccordOutput *output, const char *label, const char *value)
{
  g_autofree char *line = value != NULL ? accord_terminal_line (value) : NULL;

  if (line != NULL)
    accord_output_printf (output, "%s: %s\n", label, line);
}

static void
write_day (AccordOutput *output, const char *label, const char *iso)
{
  g_autofree char *day = iso != NULL ? accord_date_format (iso) : NULL;

  write_fact (output, label, day);
}

static void
write_statement (AccordOutput *output, const char *what, const AccordStatement *statement, guint depth)
{
  g_autofree char *number =
      statement->number != NULL ? g_strdup_printf ("%s ", statement->number) : g_strdup ("");
  g_autofree char *whole = g_strconcat (number, statement->text, NULL);
  g_autofree char *line = accord_terminal_line (whole);

  accord_output_printf (output, "%*s%s%s%s%s\n", (int) depth * 2 + 4, "", what != NULL ? what : "",
                        what != NULL ? ": " : "", line, statement->incomplete ? " …" : "");
}

/* A statement with its parts, each as deep as it stands. */
static void
write_tree (AccordOutput *output, const char *what, const AccordStatement *statement)
{
  g_autoptr (GQueue) waiting = g_queue_new ();
  guint depth = 0;

  g_queue_push_head (waiting, (gpointer) statement);
  while (!g_queue_is_empty (waiting))
    {
      const AccordStatement *part = g_queue_pop_head (waiting);

      if (part == NULL)
        {
          depth--;
          continue;
        }
      write_statement (output, depth == 0 ? what : NULL, part, depth);
      if (part->parts->len == 0)
        continue;
      depth++;
      g_queue_push_head (waiting, NULL);
      for (guint i = part->parts->len; i > 0; i--)
        g_queue_push_head (waiting, part->parts->pdata[i - 1]);
    }
}

static void
write_line (AccordOutput *output, const char *what, const char *text)
{
  g_autofree char *line = text != NULL ? accord_terminal_line (text) : NULL;

  if (line != NULL)
    accord_output_printf (output, "    %s: %s\n", what, line);
}

static void
write_statements (AccordOutput *output, GPtrArray *recommendations, GPtrArray *resolutions)
{
  const char *const labels[] = { _ ("Resolution"), _ ("Agreement"), _ ("Noted"), _ ("Recommendation") };

  for (guint i = 0; i < recommendations->len; i++)
    write_tree (output, labels[ACCORD_STATEMENT_RECOMMENDATION], recommendations->pdata[i]);
  for (guint i = 0; i < resolutions->len; i++)
    write_tree (output, labels[((AccordStatement *) resolutions->pdata[i])->type], resolutions->pdata[i]);
}

static void
write_item (AccordOutput *output, const AccordPageItem *item)
{
  g_autofree char *title = accord_terminal_line (item->title != NULL ? item->title : _ ("(no title)"));
  g_autofree char *number = item->number != NULL ? accord_terminal_line (item->number) : g_strdup ("–");

  accord_output_printf (output, "  %s %s%s\n", number, title, item->complete ? "" : " …");
  write_statements (output, item->recommendations, item->resolutions);
  for (guint i = 0; i < item->actions->len; i++)
    write_line (output, _ ("Action"), ((AccordPageAction *) item->actions->pdata[i])->text);
  for (guint i = 0; i < item->questions->len; i++)
    {
      write_line (output, _ ("Question"), ((AccordPageQuestion *) item->questions->pdata[i])->question);
      write_line (output, _ ("Answer"), ((AccordPageQuestion *) item->questions->pdata[i])->answer);
    }
  for (guint i = 0; i < item->declarations->len; i++)
    write_line (output, _ ("Declaration"), ((AccordPageDeclaration *) item->declarations->pdata[i])->text);
  for (guint i = 0; i < item->options->len; i++)
    write_line (output, _ ("Option"), ((AccordPageOption *) item->options->pdata[i])->text);
  for (guint i = 0; i < item->documents->len; i++)
    write_line (output, _ ("Paper"), ((AccordPageDocument *) item->documents->pdata[i])->title);
}

static void
write_decision (AccordOutput *output, const AccordPageDecision *decision)
{
  g_autofree char *title =
      accord_terminal_line (decision->title != NULL ? decision->title : _ ("(no title)"));
  g_autofree char *day = decision->date != NULL ? accord_date_format (decision->date) : NULL;

  accord_output_printf (output, "  %s%s\n", title, decision->complete ? "" : " …");
  write_line (output, _ ("Decided by"), decision->maker);
  write_line (output, _ ("Status"), decision->status);
  write_line (output, _ ("Decided on"), day);
  write_line (output, _ ("Due"), decision->due_words);
  write_statements (output, decision->recommendations, decision->resolutions);
  for (guint i = 0; i < decision->documents->len; i++)
    write_line (output, _ ("Paper"), ((AccordPageDocument *) decision->documents->pdata[i])->title);
}

static void
write_unread (AccordOutput *output, const AccordPageUnread *unread)
{
  g_autofree char *line = accord_terminal_line (unread->text != NULL ? unread->text : "");
  g_autofree char *some =
      g_utf8_strlen (line, -1) > SHOWN ? g_utf8_substring (line, 0, SHOWN) : g_strdup (line);
  g_autofree char *why = accord_terminal_line (unread->why);

  if (*some != '\0')
    accord_output_printf (output, "  “%s%s” – %s\n", some, strlen (line) > strlen (some) ? "…" : "", why);
  else
    accord_output_printf (output, "  %s\n", why);
}

/**
 * accord_cli_write_page:
 * @output: where to write
 * @page: what was read of a page
 *
 * Tells people what a page says.
 */
void
accord_cli_write_page (AccordOutput *output, AccordCommitteePage *page)
{
  write_fact (output, _ ("Page"),
              page->kind_words != NULL ? page->kind_words : accord_page_type_to_word (page->type));
  if (page->form == ACCORD_FORM_TEXT)
    write_fact (output, _ ("Style"), accord_page_style_get_label (page->style));
  write_fact (output, _ ("Council"), page->council);
  write_fact (output, _ ("Board or committee"), page->body != NULL ? page->body : _ ("not on the page"));
  if (page->date != NULL)
    write_day (output, _ ("Date"), page->date);
  else
    write_fact (output, _ ("Date"), _ ("not on the page"));
  write_fact (output, _ ("Time"), page->time);
  write_fact (output, _ ("Venue"), page->venue);
  write_day (output, _ ("Next meeting"), page->next_meeting);
  if (!page->complete)
    accord_output_printf (output, "%s\n", _ ("The page is cut short."));
  for (guint i = 0; i < page->committees->len; i++)
    write_line (output, _ ("Committee"), ((AccordSiteCommittee *) page->committees->pdata[i])->name);
  for (guint i = 0; i < page->meetings->len; i++)
    {
      g_autofree char *words =
          accord_committee_page_dup_span (page, ((AccordSiteMeeting *) page->meetings->pdata[i])->span);

      write_line (output, _ ("Meeting"), words);
    }
  for (guint i = 0; i < page->items->len; i++)
    write_item (output, page->items->pdata[i]);
  for (guint i = 0; i < page->decisions->len; i++)
    write_decision (output, page->decisions->pdata[i]);
  if (page->unread->len > 0)
    accord_output_printf (output, "%s\n", _ ("Not read:"));
  for (guint i = 0; i < page->unread->len; i++)
    write_unread (output, page->unread->pdata[i]);
}
