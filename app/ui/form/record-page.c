/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/record-page.h"

#include "case/documents-card.h"
#include "form/dirty-cards.h"
#include "form/figures-card.h"
#include "form/form-figures.h"
#include "form/history-card.h"
#include "form/page-parts.h"
#include "form/related-part.h"
#include "form/title-line.h"
#include "status-pill.h"
#include "today.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 900
/* In a big type, a name longer than this is a wall. */
#define LONG_NAME 70

/* A record that is at hand, from its name to its history. */
struct _AccordRecordPage
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *column;
  GtkWidget *name;
  GtkWidget *subtitle;
  GtkWidget *pill;
  GtkWidget *figures;
  GtkWidget *verdict;
  GtkWidget *clamp;
  GtkWidget *own;
  GHashTable *cards;
  AccordSectionView *sections[ACCORD_FORM_N_SECTIONS];
  GtkWidget *related;
  GtkWidget *documents;
  GtkWidget *history;

  AccordWorkspace *workspace;
  AccordRecord *record;
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (AccordRecordPage, accord_record_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

enum
{
  OPEN_RECORD,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static AccordSectionView *
edited_section (AccordRecordPage *self)
{
  for (guint i = 0; i < ACCORD_FORM_N_SECTIONS; i++)
    if (accord_section_view_get_form (self->sections[i]) != NULL)
      return self->sections[i];
  return NULL;
}

/* One section is edited at a time, and none of a record that is deleted or only to be read. */
static void
update_editable (AccordRecordPage *self)
{
  AccordSectionView *edited = edited_section (self);
  gboolean may = self->record != NULL && accord_record_get_deleted (self->record) == NULL
                 && !accord_workspace_get_read_only (self->workspace);

  for (guint i = 0; i < ACCORD_FORM_N_SECTIONS; i++)
    accord_section_view_set_editable (self->sections[i],
                                      may && (edited == NULL || edited == self->sections[i]));
}

static void
on_section_dirty (AccordRecordPage *self)
{
  gboolean dirty = accord_dirty_cards_any (self->own), one;

  for (guint i = 0; i < ACCORD_FORM_N_SECTIONS; i++)
    {
      g_object_get (self->sections[i], "dirty", &one, NULL);
      dirty |= one;
    }
  if (dirty == self->dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static void
on_open_record (GtkWidget *part, const char *kind, gint64 id, AccordRecordPage *self)
{
  g_signal_emit (self, signals[OPEN_RECORD], 0, kind, id);
}

static void
show_head (AccordRecordPage *self)
{
  g_autofree char *today = accord_today_dup ();
  g_autofree char *name = accord_record_dup_title (self->record);
  g_autofree char *subtitle = accord_form_dup_subtitle (self->record);
  g_autofree char *words = NULL;
  const AccordStatus *status = accord_form_status (self->record, today, &words);

  gtk_label_set_label (GTK_LABEL (self->name), name);
  if (g_utf8_strlen (name, -1) > LONG_NAME)
    gtk_widget_add_css_class (self->name, "long");
  else
    gtk_widget_remove_css_class (self->name, "long");
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
  accord_status_pill_show (ACCORD_STATUS_PILL (self->pill), status, words);
}

static void
show_figures (AccordRecordPage *self, AccordPageData *data)
{
  g_autofree char *today = accord_today_dup ();
  const AccordPageKind *page = accord_page_kind_find (accord_record_get_kind (self->record)->name);
  g_autoptr (GPtrArray) figures = NULL;

  if (page != NULL && page->dup_figures != NULL)
    {
      figures = page->dup_figures (self->record, data != NULL ? data->own : NULL, today);
      accord_figures_card_show (ACCORD_FIGURES_CARD (self->figures), figures, NULL);
      return;
    }
  figures = accord_form_figures (self->record, today);

  for (guint i = 0; data != NULL && i < data->groups->len; i++)
    {
      const AccordRelatedGroup *group = data->groups->pdata[i];

      g_autoptr (AccordQuery) rows = accord_related_group_new_query (group, data->id, TRUE);

      if (!(group->kind->fields[group->field].flags & ACCORD_FIELD_FACT))
        accord_form_add_open_figure (figures, group->kind, group->open, group->total, rows);
    }
  accord_figures_card_show (ACCORD_FIGURES_CARD (self->figures), figures, NULL);
}

static void
show_verdict (AccordRecordPage *self, AccordPageData *data)
{
  gtk_widget_set_visible (self->verdict, data != NULL && data->check != NULL);
  if (data != NULL && data->check != NULL)
    gtk_label_set_label (GTK_LABEL (g_object_get_data (G_OBJECT (self->verdict), "accord-sentence")),
                         data->check->sentence);
}

/* The cards of a kind are made when the first record of it is shown, and kept. */
static GtkWidget *
find_cards (AccordRecordPage *self, const AccordPageKind *page)
{
  GtkWidget *cards = g_hash_table_lookup (self->cards, page);

  if (cards == NULL)
    {
      cards = page->make (self->workspace);
      accord_dirty_cards_watch (cards, G_CALLBACK (on_section_dirty), self);
      g_hash_table_insert (self->cards, (gpointer) page, cards);
      gtk_box_append (GTK_BOX (self->own), cards);
    }
  return cards;
}

static void
show_own (AccordRecordPage *self, AccordPageData *data)
{
  const AccordPageKind *page = accord_page_kind_find (accord_record_get_kind (self->record)->name);
  GtkWidget *cards = page != NULL ? find_cards (self, page) : NULL;
  g_autofree char *today = accord_today_dup ();
  int width = page != NULL && page->width > 0 ? page->width : WIDTH;

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), width);
  for (GtkWidget *child = gtk_widget_get_first_child (self->own); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == cards && data != NULL && data->own != NULL);
  gtk_widget_set_visible (self->own, cards != NULL && gtk_widget_get_visible (cards));
  if (cards != NULL && data != NULL && data->own != NULL)
    page->show (cards, self->record, data->own, today);
}

/* A kind that shows them elsewhere has read none here. */
static void
show_documents (AccordRecordPage *self, AccordPageData *data)
{
  gboolean shown = data != NULL && data->documents != NULL;

  gtk_widget_set_visible (self->documents, shown);
  if (!shown)
    return;
  accord_documents_card_set_subject (ACCORD_DOCUMENTS_CARD (self->documents), data->kind->name, data->id);
  accord_documents_card_show (ACCORD_DOCUMENTS_CARD (self->documents), data->documents);
}

static void
accord_record_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, ACCORD_RECORD_PAGE (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_record_page_dispose (GObject *object)
{
  AccordRecordPage *self = ACCORD_RECORD_PAGE (object);

  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_record_page_parent_class)->dispose (object);
}

static void
accord_record_page_class_init (AccordRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_record_page_get_property;
  object_class->dispose = accord_record_page_dispose;

  /**
   * AccordRecordPage:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AccordRecordPage::open-record:
   * @kind: the name of a kind
   * @id: a record of it
   *
   * A person wants to see a record that the page names.
   */
  signals[OPEN_RECORD] = g_signal_new ("open-record", ACCORD_TYPE_RECORD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_head (AccordRecordPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->name = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0,
                             "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->name, "page-title");
  self->subtitle = accord_page_label (NULL, "subtitle");
  self->pill = accord_status_pill_new ();
  gtk_box_append (GTK_BOX (head), accord_title_line_new (self->name, self->pill));
  gtk_box_append (GTK_BOX (head), self->subtitle);
  gtk_box_append (GTK_BOX (self->column), head);
}

static void
add_verdict (AccordRecordPage *self)
{
  GtkWidget *head;
  GtkWidget *sentence = accord_page_label (NULL, "card-body");

  self->verdict = accord_page_card (&head, _ ("What the figures say"));
  gtk_box_append (GTK_BOX (self->verdict), sentence);
  g_object_set_data (G_OBJECT (self->verdict), "accord-sentence", sentence);
  gtk_box_append (GTK_BOX (self->column), self->verdict);
}

static void
add_section (AccordRecordPage *self, AccordFormSection section)
{
  GtkWidget *view = accord_section_view_new (self->workspace, section);

  self->sections[section] = ACCORD_SECTION_VIEW (view);
  g_signal_connect_object (view, "notify::dirty", G_CALLBACK (on_section_dirty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::editing", G_CALLBACK (update_editable), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "open-record", G_CALLBACK (on_open_record), self, 0);
  gtk_box_append (GTK_BOX (self->column), view);
}

static void
add_parts (AccordRecordPage *self)
{
  add_head (self);
  self->figures = accord_figures_card_new ();
  gtk_box_append (GTK_BOX (self->column), self->figures);
  add_verdict (self);
  self->own = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_hide (self->own);
  gtk_box_append (GTK_BOX (self->column), self->own);
  add_section (self, ACCORD_FORM_MAIN);
  add_section (self, ACCORD_FORM_WORDS);
  self->related = accord_related_part_new (self->workspace);
  g_signal_connect_object (self->related, "open-record", G_CALLBACK (on_open_record), self, 0);
  gtk_box_append (GTK_BOX (self->column), self->related);
  self->documents = accord_documents_card_new (self->workspace);
  gtk_box_append (GTK_BOX (self->column), self->documents);
  add_section (self, ACCORD_FORM_FACTS);
  self->history = accord_history_card_new (self->workspace);
  gtk_box_append (GTK_BOX (self->column), self->history);
}

static void
accord_record_page_init (AccordRecordPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->clamp = clamp;
  self->cards = g_hash_table_new (NULL, NULL);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->column, "page-column");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->column);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * accord_record_page_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a page that has no record yet
 */
GtkWidget *
accord_record_page_new (AccordWorkspace *workspace)
{
  AccordRecordPage *self = g_object_new (ACCORD_TYPE_RECORD_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  add_parts (self);
  return GTK_WIDGET (self);
}

static void
scroll_up (AccordRecordPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}

/**
 * accord_record_page_show:
 * @self: a page
 * @record: the open record
 * @data: (nullable): what is known beyond it, once it has been read
 *
 * Shows what is known now. For the same record as before only what differs is changed; another one ends an
 * edit.
 */
void
accord_record_page_show (AccordRecordPage *self, AccordRecord *record, AccordPageData *data)
{
  g_autofree char *today = accord_today_dup ();

  g_return_if_fail (ACCORD_IS_RECORD_PAGE (self));
  g_return_if_fail (ACCORD_IS_RECORD (record));

  if (record != self->record)
    scroll_up (self);
  g_set_object (&self->record, record);
  show_head (self);
  show_figures (self, data);
  show_verdict (self, data);
  show_own (self, data);
  for (guint i = 0; i < ACCORD_FORM_N_SECTIONS; i++)
    accord_section_view_show (self->sections[i], record, data);
  show_documents (self, data);
  if (data == NULL)
    gtk_widget_hide (self->related);
  gtk_widget_set_visible (self->history, data != NULL);
  if (data != NULL)
    {
      accord_related_part_show (ACCORD_RELATED_PART (self->related), record, data, today);
      accord_history_card_show (ACCORD_HISTORY_CARD (self->history), record, data->history);
    }
  update_editable (self);
}

/**
 * accord_record_page_edit:
 * @self: a page
 *
 * Turns the first section into fields, unless one is edited already.
 */
void
accord_record_page_edit (AccordRecordPage *self)
{
  g_return_if_fail (ACCORD_IS_RECORD_PAGE (self));

  if (edited_section (self) == NULL)
    accord_section_view_edit (self->sections[ACCORD_FORM_MAIN]);
}

void
accord_record_page_save (AccordRecordPage *self)
{
  AccordSectionView *section = edited_section (self);

  if (section != NULL)
    accord_section_view_save (section);
}

/**
 * accord_record_page_cancel:
 * @self: a page
 *
 * Forgets what was typed.
 *
 * Returns: whether a section was being edited
 */
gboolean
accord_record_page_cancel (AccordRecordPage *self)
{
  AccordSectionView *section = edited_section (self);

  if (section != NULL)
    accord_section_view_cancel (section);
  return section != NULL;
}
