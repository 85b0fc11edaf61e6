/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-links.h"

#include "form/page-parts.h"
#include "form/reference-search.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

/* The records of the workspace that a passage seems to speak of: each is taken, dropped, or another is chosen
 * in its stead. */
struct _AccordReviewLinks
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *rows;

  AccordWorkspace *workspace;
  AccordReviewModel *model;
  AccordReviewEntry *entry;
  int changing; /* the link for which another record is being chosen, or -1 */
};

G_DEFINE_FINAL_TYPE (AccordReviewLinks, accord_review_links, GTK_TYPE_WIDGET)

enum
{
  POINT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_links (AccordReviewLinks *self, int focus);

static AccordPlanLink *
get_link (AccordReviewLinks *self, GtkWidget *widget)
{
  const AccordPlanRow *row = accord_review_model_get_row (self->model, self->entry);

  return row->links->pdata[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "accord-link"))];
}

static const AccordKind *
kind_of (AccordReviewLinks *self, const AccordPlanLink *link)
{
  return accord_schema_find_kind (accord_workspace_get_schema (self->workspace), link->kind);
}

static void
on_toggled (GtkCheckButton *check, AccordReviewLinks *self)
{
  get_link (self, GTK_WIDGET (check))->taken = gtk_check_button_get_active (check);
  accord_review_model_note_edit (self->model, self->entry, -1);
}

static void
on_change (GtkWidget *button, AccordReviewLinks *self)
{
  self->changing = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "accord-link"));
  show_links (self, self->changing);
}

static void
on_chosen (AccordReferenceSearch *search, gint64 id, const char *title, AccordReviewLinks *self)
{
  AccordPlanLink *link = get_link (self, GTK_WIDGET (search));
  int index = self->changing;

  link->id = id;
  link->taken = TRUE;
  g_free (link->title);
  link->title = g_strdup (title);
  self->changing = -1;
  accord_review_model_note_edit (self->model, self->entry, -1);
  show_links (self, index);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordReviewLinks *self = ACCORD_REVIEW_LINKS (widget);
  int index = self->changing;

  if (index < 0)
    return FALSE;
  self->changing = -1;
  show_links (self, index);
  return TRUE;
}

static void
on_enter (GtkEventControllerFocus *focus, AccordReviewLinks *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
  const AccordPlanLink *link = get_link (self, widget);

  g_signal_emit (self, signals[POINT], 0, (guint64) link->span.start, (guint64) link->span.end);
}

static void
follow_focus (AccordReviewLinks *self, GtkWidget *widget, guint index)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_data (G_OBJECT (widget), "accord-link", GUINT_TO_POINTER (index));
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_enter), self, 0);
  gtk_widget_add_controller (widget, focus);
}

/* Which record it would be, and how it was recognised. */
static char *
dup_reason (AccordReviewLinks *self, const AccordPlanLink *link)
{
  const AccordKind *kind = kind_of (self, link);
  GString *line = g_string_new (_ (kind->label));

  if (link->words != NULL)
    /* Translators: words of a page, in quotes. */
    g_string_append_printf (line, _ (" · “%s”"), link->words);
  if (link->why != NULL)
    g_string_append_printf (line, ", %s", _ (link->why));
  return g_string_free (line, FALSE);
}

static GtkWidget *
make_search (AccordReviewLinks *self, const AccordPlanLink *link, guint index)
{
  GtkWidget *search = accord_reference_search_new (self->workspace, kind_of (self, link));

  accord_reference_search_set_text (ACCORD_REFERENCE_SEARCH (search), link->title != NULL ? link->title : "");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (accord_reference_search_get_entry (ACCORD_REFERENCE_SEARCH (search))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose another record"), -1);
  gtk_widget_set_hexpand (search, TRUE);
  g_signal_connect_object (search, "chosen", G_CALLBACK (on_chosen), self, 0);
  g_object_set_data (G_OBJECT (search), "accord-link", GUINT_TO_POINTER (index));
  return search;
}

static GtkWidget *
make_check (AccordReviewLinks *self, const AccordPlanLink *link, guint index)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *reason = dup_reason (self, link);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), link->taken);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, link->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  follow_focus (self, check, index);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, 0);
  return check;
}

static GtkWidget *
make_change (AccordReviewLinks *self, const AccordPlanLink *link, guint index)
{
  GtkWidget *button = accord_page_icon_button ("document-edit-symbolic", _ ("Choose another record"));
  /* Translators: %s is what a record is called. */
  g_autofree char *label = g_strdup_printf (_ ("Choose another record than “%s”"), link->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  follow_focus (self, button, index);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_change), self, 0);
  return button;
}

static GtkWidget *
make_words (AccordReviewLinks *self, const AccordPlanLink *link)
{
  GtkWidget *words = accord_words_new (1);
  g_autofree char *reason = dup_reason (self, link);

  gtk_widget_set_hexpand (words, TRUE);
  accord_words_append (words, accord_page_label (link->title, "first-line"));
  accord_words_append (words, accord_page_label (reason, "second-line"));
  return words;
}

static GtkWidget *
make_row (AccordReviewLinks *self, const AccordPlanLink *link, guint index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  if ((int) index == self->changing)
    {
      gtk_box_append (GTK_BOX (row), make_search (self, link, index));
      return row;
    }
  gtk_box_append (GTK_BOX (row), make_check (self, link, index));
  gtk_box_append (GTK_BOX (row), make_words (self, link));
  gtk_box_append (GTK_BOX (row), make_change (self, link, index));
  return row;
}

static void
show_links (AccordReviewLinks *self, int focus)
{
  const AccordPlanRow *row = accord_review_model_get_row (self->model, self->entry);
  gboolean stays = !accord_review_model_can_take (self->model, self->entry);
  GtkWidget *line, *focused = NULL;

  while ((line = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_widget_unparent (line);
  for (guint i = 0; i < accord_review_count_links (row); i++)
    {
      GtkWidget *made = make_row (self, row->links->pdata[i], i);

      accord_words_append (self->rows, made);
      if ((int) i == focus)
        focused = made;
    }
  gtk_widget_set_sensitive (self->rows, !stays);
  gtk_widget_set_visible (GTK_WIDGET (self), accord_review_count_links (row) > 0);
  if (focused != NULL)
    gtk_widget_child_focus (focused, GTK_DIR_TAB_FORWARD);
}

/**
 * accord_review_links_show:
 * @self: a card
 * @model: what is gone through
 * @entry: a line of it that is a record
 *
 * Shows which records it may speak of.
 */
void
accord_review_links_show (AccordReviewLinks *self, AccordReviewModel *model, AccordReviewEntry *entry)
{
  g_return_if_fail (ACCORD_IS_REVIEW_LINKS (self));

  g_set_object (&self->model, model);
  g_set_object (&self->entry, entry);
  self->changing = -1;
  show_links (self, -1);
}

static void
accord_review_links_dispose (GObject *object)
{
  AccordReviewLinks *self = ACCORD_REVIEW_LINKS (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->entry);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_review_links_parent_class)->dispose (object);
}

static void
accord_review_links_class_init (AccordReviewLinksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_review_links_dispose;

  /**
   * AccordReviewLinks::point:
   * @start: first byte of the words that name the record
   * @end: the byte after the last
   *
   * A person is at a link.
   */
  signals[POINT] = g_signal_new ("point", ACCORD_TYPE_REVIEW_LINKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_UINT64);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_review_links_init (AccordReviewLinks *self)
{
  GtkWidget *head;

  self->changing = -1;
  self->card = accord_page_card (&head, _ ("What it may speak of"));
  self->rows = accord_words_new (9);
  gtk_widget_add_css_class (self->rows, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->rows);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

/**
 * accord_review_links_new:
 * @workspace: where records are sought
 *
 * Returns: (transfer floating): a card that shows nothing
 */
GtkWidget *
accord_review_links_new (AccordWorkspace *workspace)
{
  AccordReviewLinks *self = g_object_new (ACCORD_TYPE_REVIEW_LINKS, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}
