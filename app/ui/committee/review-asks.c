/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-asks.h"

#include "date.h"
#include "form/page-parts.h"
#include "form/reference-search.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What a page does not say and a person has to: which board or committee it is of, of what day, and whether a
 * page of no known kind is to be kept at all. An answer counts when the person has left its field.
 */
struct _AccordReviewAsks
{
  GtkWidget parent_instance;

  GtkWidget *column;
  GtkWidget *notice;
  GtkWidget *fields;
  GtkWidget *body_field;
  GtkWidget *body;
  GtkWidget *body_hint;
  GtkWidget *date_field;
  GtkWidget *date;
  GtkWidget *date_hint;
  GtkWidget *anyway;

  char *named;
  gint64 id;
  char *iso;
  char *told_body;
  gint64 told_id;
  char *told_date;
};

G_DEFINE_FINAL_TYPE (AccordReviewAsks, accord_review_asks, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Words are read out when that which has the focus describes itself anew. */
static void
hint (GtkWidget *label, GtkWidget *entry, const char *words, gboolean wrong)
{
  gtk_label_set_label (GTK_LABEL (label), words);
  if (wrong)
    gtk_widget_add_css_class (label, "field-error");
  else
    gtk_widget_remove_css_class (label, "field-error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static GtkWidget *
body_entry (AccordReviewAsks *self)
{
  return accord_reference_search_get_entry (ACCORD_REFERENCE_SEARCH (self->body));
}

static void
hint_body (AccordReviewAsks *self)
{
  hint (self->body_hint, body_entry (self),
        self->id != ACCORD_UNKNOWN ? _ ("Kept here already.")
        : self->named != NULL      ? _ ("A board that is not kept here yet is added.")
                                   : _ ("Choose one that is kept here, or name a new one."),
        FALSE);
}

static void
hint_date (AccordReviewAsks *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date));
  gboolean wrong = self->iso == NULL && *text != '\0';

  hint (self->date_hint, self->date,
        wrong ? _ ("Write the date as 12 July 2017 or 12/7/2017.") : _ ("Such as 12 July 2017."), wrong);
}

/* A person is asked for both at once; nothing is read anew before there is something new to say. */
static void
tell (AccordReviewAsks *self)
{
  if (g_strcmp0 (self->named, self->told_body) == 0 && self->id == self->told_id
      && g_strcmp0 (self->iso, self->told_date) == 0)
    return;
  g_free (self->told_body);
  g_free (self->told_date);
  self->told_body = g_strdup (self->named);
  self->told_date = g_strdup (self->iso);
  self->told_id = self->id;
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
take_body (AccordReviewAsks *self, gint64 id)
{
  g_autofree char *text = g_strdup (accord_reference_search_get_text (ACCORD_REFERENCE_SEARCH (self->body)));

  g_strstrip (text);
  g_free (self->named);
  self->named = *text != '\0' ? g_steal_pointer (&text) : NULL;
  self->id = id;
  hint_body (self);
}

static void
on_body_typed (AccordReviewAsks *self)
{
  take_body (self, ACCORD_UNKNOWN);
}

static void
on_body_chosen (AccordReviewAsks *self, gint64 id)
{
  take_body (self, id);
  tell (self);
}

static void
on_date_typed (AccordReviewAsks *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->date)));

  g_clear_pointer (&self->iso, g_free);
  g_strstrip (text);
  if (*text != '\0')
    accord_date_parse (text, &self->iso, NULL);
}

static void
on_date_left (AccordReviewAsks *self)
{
  hint_date (self);
  tell (self);
}

static void
on_anyway (AccordReviewAsks *self)
{
  g_signal_emit (self, signals[ANSWERED], 0);
}

/**
 * accord_review_asks_clear:
 * @self: questions
 *
 * Forgets what was answered, for another page.
 */
void
accord_review_asks_clear (AccordReviewAsks *self)
{
  g_return_if_fail (ACCORD_IS_REVIEW_ASKS (self));

  accord_reference_search_set_text (ACCORD_REFERENCE_SEARCH (self->body), "");
  gtk_editable_set_text (GTK_EDITABLE (self->date), "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->anyway), FALSE);
  g_clear_pointer (&self->named, g_free);
  g_clear_pointer (&self->iso, g_free);
  g_clear_pointer (&self->told_body, g_free);
  g_clear_pointer (&self->told_date, g_free);
  self->id = self->told_id = ACCORD_UNKNOWN;
  hint_body (self);
  hint_date (self);
}

/* GTK 4.8 keeps what is hidden while it has the focus. */
static void
drop_focus (AccordReviewAsks *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_root_set_focus (root, NULL);
}

static char *
dup_question (AccordCommitteePage *page, gboolean body, gboolean date, gboolean kind)
{
  if (kind)
    return g_strdup (_ ("This is none of the kinds of page that are known, so nothing is made of it."));
  if (body && page->body != NULL && !page->body_supplied)
    /* Translators: %s is the name of a board or committee. */
    return g_strdup_printf (_ ("Several boards kept here are called “%s”. Choose the one whose page it is."),
                            page->body);
  if (body && date)
    return g_strdup (_ ("The page says neither which board or committee it is of, nor of what day."));
  return g_strdup (body ? _ ("The page does not say which board or committee it is of.")
                        : _ ("The page does not say of what day it is."));
}

/**
 * accord_review_asks_show:
 * @self: questions
 * @plan: what would become of a page
 *
 * Asks what the page does not say, also when it has been answered, so that a person can answer otherwise.
 */
void
accord_review_asks_show (AccordReviewAsks *self, AccordCommitteePlan *plan)
{
  AccordCommitteePage *page = plan->page;
  gboolean kind = (plan->needs & ACCORD_PLAN_NEEDS_KIND) != 0;
  gboolean body =
      !kind && (plan->needs & ACCORD_PLAN_NEEDS_BODY || page->body_supplied || self->id != ACCORD_UNKNOWN);
  gboolean date = !kind && (plan->needs & ACCORD_PLAN_NEEDS_DATE || page->date_supplied);
  g_autofree char *question = dup_question (page, body, date, kind);

  g_return_if_fail (ACCORD_IS_REVIEW_ASKS (self));

  if (body && page->body != NULL && self->named == NULL)
    accord_reference_search_set_text (ACCORD_REFERENCE_SEARCH (self->body), page->body);
  if (!body && !date && !kind)
    drop_focus (self);
  gtk_widget_set_visible (GTK_WIDGET (self), body || date || kind);
  gtk_label_set_label (GTK_LABEL (self->notice), question);
  gtk_widget_set_visible (self->fields, body || date);
  gtk_widget_set_visible (self->body_field, body);
  gtk_widget_set_visible (self->date_field, date);
  gtk_widget_set_visible (self->anyway, kind);
}

/**
 * accord_review_asks_get_body:
 * @self: questions
 * @id: (out): the body, where it is one that is kept, else %ACCORD_UNKNOWN
 *
 * Returns: (transfer none) (nullable): the name of the body that a person said
 */
const char *
accord_review_asks_get_body (AccordReviewAsks *self, gint64 *id)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_ASKS (self), NULL);

  *id = self->id;
  return self->named;
}

/**
 * accord_review_asks_get_date:
 * @self: questions
 *
 * Returns: (transfer none) (nullable): the ISO date that a person said
 */
const char *
accord_review_asks_get_date (AccordReviewAsks *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_ASKS (self), NULL);

  return self->iso;
}

/**
 * accord_review_asks_get_kept_anyway:
 * @self: questions
 *
 * Returns: whether a page of no known kind is to be kept as a source document
 */
gboolean
accord_review_asks_get_kept_anyway (AccordReviewAsks *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_ASKS (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->anyway));
}

static void
accord_review_asks_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_REVIEW_ASKS (object)->column, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_review_asks_parent_class)->dispose (object);
}

static void
accord_review_asks_finalize (GObject *object)
{
  AccordReviewAsks *self = ACCORD_REVIEW_ASKS (object);

  g_free (self->named);
  g_free (self->iso);
  g_free (self->told_body);
  g_free (self->told_date);

  G_OBJECT_CLASS (accord_review_asks_parent_class)->finalize (object);
}

static void
accord_review_asks_class_init (AccordReviewAsksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_review_asks_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_review_asks_finalize;

  /**
   * AccordReviewAsks::answered:
   *
   * A person gave another answer.
   */
  signals[ANSWERED] = g_signal_new ("answered", ACCORD_TYPE_REVIEW_ASKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_field (const char *label, GtkWidget *control, GtkWidget *entry, GtkWidget **hint_label)
{
  GtkWidget *field = accord_words_new (3);
  GtkWidget *name = accord_page_label (label, "caption-line");

  *hint_label = accord_page_label (NULL, "field-hint");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
  gtk_widget_set_hexpand (field, TRUE);
  accord_words_append (field, name);
  accord_words_append (field, control);
  accord_words_append (field, *hint_label);
  return field;
}

static GtkWidget *
make_date (AccordReviewAsks *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_date_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_date_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_date_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
make_fields (AccordReviewAsks *self, AccordWorkspace *workspace)
{
  self->body = accord_reference_search_new (
      workspace, accord_schema_find_kind (accord_workspace_get_schema (workspace), "body"));
  g_signal_connect_object (self->body, "changed", G_CALLBACK (on_body_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->body, "chosen", G_CALLBACK (on_body_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->body, "left", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (body_entry (self), "activate", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  self->date = make_date (self);
  self->body_field = make_field (_ ("Board or committee"), self->body, body_entry (self), &self->body_hint);
  self->date_field = make_field (_ ("Date"), self->date, self->date, &self->date_hint);
  self->fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_box_append (GTK_BOX (self->fields), self->body_field);
  gtk_box_append (GTK_BOX (self->fields), self->date_field);
}

static void
accord_review_asks_init (AccordReviewAsks *self)
{
  const char *anyway = _ ("Keep it as a source document all the same");

  self->id = self->told_id = ACCORD_UNKNOWN;
  self->column = accord_words_new (9);
  gtk_widget_add_css_class (self->column, "review-asks");
  self->notice = accord_page_label (NULL, "review-question");
  self->anyway = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->anyway), accord_page_label (anyway, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->anyway), GTK_ACCESSIBLE_PROPERTY_LABEL, anyway, -1);
  g_signal_connect_object (self->anyway, "toggled", G_CALLBACK (on_anyway), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
}

/**
 * accord_review_asks_new:
 * @workspace: where bodies are kept
 *
 * Returns: (transfer floating): questions, none asked yet
 */
GtkWidget *
accord_review_asks_new (AccordWorkspace *workspace)
{
  AccordReviewAsks *self = g_object_new (ACCORD_TYPE_REVIEW_ASKS, NULL);

  make_fields (self, workspace);
  accord_words_append (self->column, self->notice);
  accord_words_append (self->column, self->fields);
  accord_words_append (self->column, self->anyway);
  accord_review_asks_clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}
