/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/offline-card.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

/* Answers of so many are shown at once; the list has them all. */
#define MOST_REVIEWS 60

/* The versions of a case that went out to be read, and what came back. */
struct _AccordOfflineCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *send;
  GtkWidget *empty;
  GtkWidget *rows;

  AccordWorkspace *workspace;
  gint64 business_case;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordOfflineCard, accord_offline_card, GTK_TYPE_WIDGET)

static void
on_send (AccordOfflineCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.send-case", "x", self->business_case);
}

static gint64
id_of (GtkWidget *button)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (button), "accord-id");
}

static void
on_review (GtkWidget *button, AccordOfflineCard *self)
{
  accord_go_to_record (GTK_WIDGET (self), "review", id_of (button));
}

static void
on_compare (GtkWidget *button, AccordOfflineCard *self)
{
  accord_go_to_comparison (GTK_WIDGET (self), id_of (button));
}

static void
accord_offline_card_dispose (GObject *object)
{
  AccordOfflineCard *self = ACCORD_OFFLINE_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_offline_card_parent_class)->dispose (object);
}

static void
accord_offline_card_finalize (GObject *object)
{
  g_free (ACCORD_OFFLINE_CARD (object)->shown);

  G_OBJECT_CLASS (accord_offline_card_parent_class)->finalize (object);
}

static void
accord_offline_card_class_init (AccordOfflineCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_offline_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_offline_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_offline_card_init (AccordOfflineCard *self)
{
  GtkWidget *head, *open;

  self->card = accord_page_card (&head, _ ("Offline review"));
  self->send = accord_page_button (_ ("_Send for review…"));
  gtk_widget_set_valign (self->send, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->send, "clicked", G_CALLBACK (on_send), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->send);
  self->empty =
      accord_page_label (_ ("The case has not been sent to anybody. It leaves as one file, which a partner "
                            "reads without a network and sends back as an answer."),
                         "second-line");
  gtk_widget_add_css_class (self->empty, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->empty);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "card-lines");
  gtk_box_append (GTK_BOX (self->card), self->rows);
  open = accord_page_button (_ ("Open an answer…"));
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_add_css_class (open, "card-foot");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (open))), 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "app.open-pack");
  gtk_box_append (GTK_BOX (self->card), open);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

/**
 * accord_offline_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without a case
 */
GtkWidget *
accord_offline_card_new (AccordWorkspace *workspace)
{
  AccordOfflineCard *self = g_object_new (ACCORD_TYPE_OFFLINE_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static GtkWidget *
make_pill (const AccordOfflineReview *review, const char *today, const char **words)
{
  GtkWidget *pill = accord_status_pill_new ();
  AccordStatus status;

  *words = accord_offline_review_state (review, today, &status.style_class, &status.icon_name);
  accord_status_pill_show (ACCORD_STATUS_PILL (pill), &status, *words);
  accord_status_pill_keep_whole (ACCORD_STATUS_PILL (pill));
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  return pill;
}

static GtkWidget *
make_review (AccordOfflineCard *self, const AccordOfflineReview *review, const char *today)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = accord_words_new (1);
  const gint64 id = accord_record_get_id (review->record);
  const char *who = accord_record_get_text (review->record, "who"), *state;
  g_autofree char *line = accord_offline_review_dup_line (review, today);
  g_autofree char *name = NULL;

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "card-line");
  accord_words_append (lines, accord_page_label (who, "first-line"));
  accord_words_append (lines, accord_page_label (line, "second-line"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), make_pill (review, today, &state));
  gtk_button_set_child (GTK_BUTTON (button), box);
  name = g_strdup_printf ("%s: %s, %s", who, state, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_review), self, 0);
  return button;
}

static GtkWidget *
make_version_head (AccordOfflineCard *self, const AccordOfflineVersion *version, const char *today)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *lines = accord_words_new (1);
  g_autofree char *line = accord_offline_version_dup_line (version, today);
  g_autofree char *title =
      version->record != NULL ? accord_record_dup_title (version->record) : g_strdup (_ ("Of no version"));

  gtk_widget_add_css_class (head, "offline-version");
  accord_words_append (lines, accord_page_label (title, "first-line"));
  accord_words_append (lines, accord_page_label (line, "second-line"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (head), lines);
  if (version->record != NULL)
    {
      GtkWidget *compare = accord_page_button (_ ("Compare…"));
      const gint64 id = accord_record_get_id (version->record);
      g_autofree char *name = g_strdup_printf (_ ("Compare %s with another version"), title);

      gtk_widget_set_valign (compare, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (compare), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data_full (G_OBJECT (compare), "accord-id", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (compare, "clicked", G_CALLBACK (on_compare), self, 0);
      gtk_box_append (GTK_BOX (head), compare);
    }
  return head;
}

static void
add_version (AccordOfflineCard *self, const AccordOfflineVersion *version, const char *today)
{
  const guint n = MIN (version->reviews->len, MOST_REVIEWS), more = version->reviews->len - n;

  gtk_box_append (GTK_BOX (self->rows), make_version_head (self, version, today));
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->rows), make_review (self, version->reviews->pdata[i], today));
  if (more > 0)
    {
      g_autofree char *words = g_strdup_printf (
          ngettext ("and %u more, in the list of reviews", "and %u more, in the list of reviews", more),
          more);
      GtkWidget *label = accord_page_label (words, "second-line");

      gtk_widget_add_css_class (label, "card-note");
      gtk_box_append (GTK_BOX (self->rows), label);
    }
}

/* What the card says, so that it is made anew only when that is something else: the focus stays. */
static char *
dup_shown (const AccordOfflineFile *file, const char *today)
{
  GString *shown = g_string_new (today);

  g_string_append_printf (shown, " %" G_GINT64_FORMAT "\n", file->business_case);
  for (guint i = 0; i < file->versions->len; i++)
    {
      const AccordOfflineVersion *version = file->versions->pdata[i];

      if (version->record != NULL)
        g_string_append_printf (shown, "%" G_GINT64_FORMAT " %s\n", accord_record_get_id (version->record),
                                accord_record_get_modified (version->record));
      for (guint j = 0; j < version->reviews->len; j++)
        {
          const AccordOfflineReview *review = version->reviews->pdata[j];

          g_string_append_printf (
              shown, "%" G_GINT64_FORMAT " %s %u %u\n", accord_record_get_id (review->record),
              accord_record_get_modified (review->record), review->n_comments, review->n_open);
        }
    }
  return g_string_free (shown, FALSE);
}

/**
 * accord_offline_card_show:
 * @self: a card
 * @file: how a case travels
 * @today: today as an ISO date
 *
 * Shows it.
 */
void
accord_offline_card_show (AccordOfflineCard *self, const AccordOfflineFile *file, const char *today)
{
  g_autofree char *shown = dup_shown (file, today);

  g_return_if_fail (ACCORD_IS_OFFLINE_CARD (self));

  self->business_case = file->business_case;
  gtk_widget_set_visible (self->send, !accord_workspace_get_read_only (self->workspace));
  gtk_widget_set_visible (self->empty, file->versions->len == 0);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  accord_page_empty_box (self->rows);
  for (guint i = 0; i < file->versions->len; i++)
    add_version (self, file->versions->pdata[i], today);
}
