/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/same-actions-card.h"

#include "action-join.h"
#include "date.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"

#include <glib/gi18n-lib.h>

/* Where the minutes of other meetings carry an action on in the same words, so that the two can be made one.
 */
struct _AccordSameActionsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *rows;
  GtkWidget *failure;

  AccordWorkspace *workspace;
  AccordRecord *action;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AccordSameActionsCard, accord_same_actions_card, GTK_TYPE_WIDGET)

/* The same action elsewhere; @own_date is the day of the meeting of the action in view. */
typedef struct
{
  AccordRecord *action;
  char *date;
  char *own_date;
} Same;

static void
same_free (gpointer data)
{
  Same *same = data;

  g_object_unref (same->action);
  g_free (same->date);
  g_free (same->own_date);
  g_free (same);
}

static char *
dup_date (AccordReader *reader, AccordRecord *action)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "meeting");
  gint64 id = accord_record_get_int (action, "meeting");
  g_autoptr (AccordRecord) meeting = id != ACCORD_UNKNOWN ? accord_reader_get (reader, kind, id, NULL) : NULL;

  return meeting != NULL ? g_strdup (accord_record_get_text (meeting, "date")) : NULL;
}

static gpointer
read_same (AccordReader *reader, gpointer data, GError **error)
{
  AccordRecord *action = data;
  g_autoptr (GPtrArray) found = accord_action_find_same (reader, accord_record_get_id (action), error);
  GPtrArray *all;

  if (found == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func (same_free);
  for (guint i = 0; i < found->len; i++)
    {
      Same *same = g_new0 (Same, 1);

      same->action = g_object_ref (found->pdata[i]);
      same->date = dup_date (reader, found->pdata[i]);
      same->own_date = dup_date (reader, action);
      g_ptr_array_add (all, same);
    }
  return all;
}

/* --- Joining. */

typedef struct
{
  AccordSameActionsCard *card;
  AccordActionJoin join;
} Joining;

static void
on_joined (GObject *source, GAsyncResult *result, gpointer data)
{
  Joining *joining = data;
  g_autoptr (AccordSameActionsCard) self = joining->card;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->card != NULL && change == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->failure), error->message);
      gtk_widget_show (self->failure);
    }
  else if (self->card != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    accord_go_to_record (GTK_WIDGET (self), "action", joining->join.keep);
  g_free (joining);
}

/* The record of the earlier meeting stays; where nobody knows, the one in view. */
static void
on_join (GtkWidget *button, AccordSameActionsCard *self)
{
  const Same *same = g_object_get_data (G_OBJECT (button), "accord-same");
  gint64 own = accord_record_get_id (self->action), other = accord_record_get_id (same->action);
  gboolean other_first =
      same->date != NULL && same->own_date != NULL && g_strcmp0 (same->date, same->own_date) < 0;
  Joining *joining = g_new0 (Joining, 1);

  joining->card = g_object_ref (self);
  joining->join = other_first ? (AccordActionJoin){ other, own } : (AccordActionJoin){ own, other };
  accord_workspace_write_async (self->workspace, _ ("Join two records of one action"),
                                accord_action_join_write, g_memdup2 (&joining->join, sizeof joining->join),
                                g_free, NULL, on_joined, joining);
}

static void
on_open (GtkWidget *button, AccordSameActionsCard *self)
{
  const Same *same = g_object_get_data (G_OBJECT (button), "accord-same");

  accord_go_to_record (GTK_WIDGET (self), "action", accord_record_get_id (same->action));
}

/* --- Showing. */

static GtkWidget *
make_button (AccordSameActionsCard *self, const char *label, const char *name, GCallback callback, Same *same)
{
  GtkWidget *button = accord_page_button (label);
  g_autofree char *words = g_strdup_printf ("%s, %s", gtk_button_get_label (GTK_BUTTON (button)), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "accord-same", same);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static void
append_row (AccordSameActionsCard *self, Same *same, gboolean writable)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = accord_words_new (1);
  const char *meeting = accord_record_get_reference_title (same->action, "meeting");
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (same->action), "state");
  const char *state = accord_field_choice_label (field, accord_record_get_text (same->action, "state"));
  g_autofree char *day =
      same->date != NULL ? accord_date_format (same->date) : g_strdup (_ ("date not known"));
  g_autofree char *second = g_strdup_printf ("%s · %s", day, state != NULL ? _ (state) : _ ("not known"));
  const char *first = meeting != NULL ? meeting : _ ("No meeting on record");

  accord_words_append (words, accord_page_label (first, NULL));
  accord_words_append (words, accord_page_label (second, "second-line"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (box, "same-action");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), make_button (self, _ ("Open"), first, G_CALLBACK (on_open), same));
  if (writable)
    gtk_box_append (GTK_BOX (box),
                    make_button (self, _ ("Make them one"), first, G_CALLBACK (on_join), same));
  g_object_set_data_full (G_OBJECT (box), "accord-same", same, same_free);
  gtk_box_append (GTK_BOX (self->rows), box);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordSameActionsCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  /* Nothing on the page rests on it: an action that was deleted meanwhile has none. */
  if (self->card == NULL || found == NULL)
    return;
  accord_page_empty_box (self->rows);
  gtk_widget_hide (self->failure);
  for (guint i = 0; i < found->len; i++)
    append_row (self, found->pdata[i], !accord_workspace_get_read_only (self->workspace));
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
  g_ptr_array_set_free_func (found, NULL);
}

static void
accord_same_actions_card_dispose (GObject *object)
{
  AccordSameActionsCard *self = ACCORD_SAME_ACTIONS_CARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->action);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_same_actions_card_parent_class)->dispose (object);
}

static void
accord_same_actions_card_class_init (AccordSameActionsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_same_actions_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_same_actions_card_init (AccordSameActionsCard *self)
{
  GtkWidget *head;
  GtkWidget *note =
      accord_page_label (_ ("In the same words. Made one, their updates stand together by day, and "
                            "the later minutes say how it stands."),
                         "second-line");

  self->card = accord_page_card (&head, _ ("Also in the minutes of other meetings"));
  gtk_widget_add_css_class (note, "card-note");
  gtk_box_append (GTK_BOX (self->card), note);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->card), self->rows);
  self->failure = accord_page_label (NULL, "card-note");
  gtk_widget_add_css_class (self->failure, "error");
  gtk_widget_hide (self->failure);
  gtk_box_append (GTK_BOX (self->card), self->failure);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * accord_same_actions_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card that shows itself where an action is carried on elsewhere
 */
GtkWidget *
accord_same_actions_card_new (AccordWorkspace *workspace)
{
  AccordSameActionsCard *self = g_object_new (ACCORD_TYPE_SAME_ACTIONS_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * accord_same_actions_card_show:
 * @self: a card
 * @action: an action
 *
 * Looks for the action elsewhere.
 */
void
accord_same_actions_card_show (AccordSameActionsCard *self, AccordRecord *action)
{
  g_return_if_fail (ACCORD_IS_SAME_ACTIONS_CARD (self));

  if (self->action == NULL || accord_record_get_id (self->action) != accord_record_get_id (action))
    gtk_widget_hide (GTK_WIDGET (self));
  g_clear_object (&self->action);
  self->action = accord_record_copy (action);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  accord_workspace_read_async (self->workspace, read_same, g_object_ref (self->action), g_object_unref,
                               (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_read,
                               g_object_ref (self));
}
