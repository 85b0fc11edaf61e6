/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/owed-card.h"

#include "form/form-model.h"
#include "form/page-parts.h"
#include "go.h"
#include "meeting-agenda.h"

#include <glib/gi18n-lib.h>

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "accord-id");

  if (id != NULL)
    accord_go_to_record (GTK_WIDGET (list), "action", *id);
}

/**
 * accord_owed_card_new:
 *
 * Returns: (transfer floating): a card that says who owes what
 */
GtkWidget *
accord_owed_card_new (void)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("Who owes what"));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *none = accord_page_label (NULL, "card-body");

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "card-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who owes what"),
                                  -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), NULL);
  gtk_box_append (GTK_BOX (card), none);
  gtk_box_append (GTK_BOX (card), list);
  g_object_set_data (G_OBJECT (card), "accord-list", list);
  g_object_set_data (G_OBJECT (card), "accord-none", none);
  return card;
}

static GtkWidget *
make_words (const char *owner, AccordRecord *action, const char *today, char **name)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  const AccordStatus *status;
  guint said;
  int meeting = accord_kind_find_field (accord_record_get_kind (action), "meeting");
  g_autofree char *title = accord_form_dup_row_title (action, meeting, &said);
  g_autofree char *second = accord_form_dup_second_line (action, meeting, said, &status, today);

  if (owner != NULL)
    gtk_box_append (GTK_BOX (words), accord_page_label (owner, "caption-line"));
  gtk_box_append (GTK_BOX (words), accord_page_label (title, NULL));
  gtk_box_append (GTK_BOX (words), accord_page_label (second, "second-line"));
  *name =
      g_strdup_printf ("%s%s%s, %s", owner != NULL ? owner : "", owner != NULL ? ": " : "", title, second);
  return words;
}

static void
add_row (GtkListBox *list, const char *owner, AccordRecord *action, const char *today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  gint64 id = accord_record_get_id (action);
  g_autofree char *name = NULL;

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_words (owner, action, today, &name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (list, row);
}

static char *
dup_state (GPtrArray *owed, const char *today)
{
  GString *state = g_string_new (today);

  for (guint i = 0; i < owed->len; i++)
    {
      const AccordOwed *one = owed->pdata[i];

      for (guint k = 0; k < one->actions->len; k++)
        g_string_append_printf (state, "\n%" G_GINT64_FORMAT " %s",
                                accord_record_get_id (one->actions->pdata[k]),
                                accord_record_get_modified (one->actions->pdata[k]));
    }
  return g_string_free (state, FALSE);
}

/**
 * accord_owed_card_show:
 * @card: a card by accord_owed_card_new()
 * @owed: (element-type AccordOwed): what is open, by owner
 * @n_actions: how many actions there are, open or not; without any there is no card
 * @today: today as an ISO date
 *
 * Shows who owes what. The same as before changes nothing.
 */
void
accord_owed_card_show (GtkWidget *card, GPtrArray *owed, guint n_actions, const char *today)
{
  GtkListBox *list = g_object_get_data (G_OBJECT (card), "accord-list");
  GtkWidget *none = g_object_get_data (G_OBJECT (card), "accord-none");
  g_autofree char *state = dup_state (owed, today);
  g_autofree char *words = NULL;
  GtkListBoxRow *row;

  gtk_widget_set_visible (card, n_actions > 0);
  gtk_widget_set_visible (none, owed->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (list), owed->len > 0);
  words = g_strdup_printf (g_dngettext (NULL, "Nothing: its %u action is not open any more.",
                                        "Nothing: none of its %u actions is open any more.", n_actions),
                           n_actions);
  gtk_label_set_label (GTK_LABEL (none), words);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (card), "accord-state"), state) == 0)
    return;
  g_object_set_data_full (G_OBJECT (card), "accord-state", g_steal_pointer (&state), g_free);
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < owed->len; i++)
    {
      const AccordOwed *one = owed->pdata[i];

      for (guint k = 0; k < one->actions->len; k++)
        add_row (list,
                 k > 0                ? NULL
                 : one->owner != NULL ? one->owner
                                      : _ ("Nobody named"),
                 one->actions->pdata[k], today);
    }
}
