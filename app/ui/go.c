/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "go.h"

#include "query-form.h"

/**
 * accord_go_to_record:
 * @from: a widget in a window
 * @kind: the name of a kind
 * @id: a record of it
 *
 * Asks the window around @from to show a record, as the action `win.open-record` does. An edit that would be
 * lost is asked about first.
 */
void
accord_go_to_record (GtkWidget *from, const char *kind, gint64 id)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (kind != NULL);

  gtk_widget_activate_action (from, "win.open-record", "(sx)", kind, id);
}

/**
 * accord_go_to_list:
 * @from: a widget in a window
 * @query: which records
 *
 * Asks the window around @from to list the records of @query, as the action `win.show-list` does.
 */
void
accord_go_to_list (GtkWidget *from, AccordQuery *query)
{
  g_autofree char *json = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (query != NULL);

  json = accord_query_dup_json (query);
  gtk_widget_activate_action (from, "win.show-list", "s", json);
}

/**
 * accord_go_to_comparison:
 * @from: a widget in a window
 * @version: a version of a business case
 *
 * Asks the window around @from for the page of @version, where it is held against the case as it stands or
 * against another version that a person chooses.
 */
void
accord_go_to_comparison (GtkWidget *from, gint64 version)
{
  accord_go_to_record (from, "version", version);
}

/**
 * accord_say:
 * @from: a widget in a window
 * @words: a short sentence
 *
 * Has the window around @from say something that needs no answer, as the action `win.say` does.
 */
void
accord_say (GtkWidget *from, const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  gtk_widget_activate_action (from, "win.say", "s", words);
}

/**
 * accord_say_problem:
 * @from: a widget in a window
 * @error: what went wrong
 *
 * Has the window around @from say what went wrong, as the action `win.say-problem` does. What a person gave
 * up is no problem.
 */
void
accord_say_problem (GtkWidget *from, const GError *error)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (from, "win.say-problem", "s", error->message);
}
