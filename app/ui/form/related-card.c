/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/related-card.h"

#include "form/form-model.h"
#include "form/page-parts.h"
#include "go.h"
#include "list/list-words.h"
#include "list/sub-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A card of the records that refer to one record in one way: a few rows of two lines, and a button to add one
 * more. */
struct _AccordRelatedCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *count;
  GtkWidget *list;
  GtkWidget *foot;
  GtkWidget *all;
  GtkWidget *apart;
  AccordListView *view;

  AccordWorkspace *workspace;
  AccordQuery *query;
  gint64 total;
  const AccordKind *kind;
  guint field;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (AccordRelatedCard, accord_related_card, GTK_TYPE_WIDGET)

enum
{
  OPEN_RECORD,
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, AccordRelatedCard *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "accord-id");

  g_signal_emit (self, signals[OPEN_RECORD], 0, self->kind->name, *id);
}

static void
on_add (AccordRelatedCard *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static void
on_activated (AccordRelatedCard *self, const char *kind, gint64 id)
{
  g_signal_emit (self, signals[OPEN_RECORD], 0, kind, id);
}

static void
label_foot (AccordRelatedCard *self)
{
  g_autofree char *number = accord_list_dup_number (self->total);
  /* Translators: %s is how many records there are. */
  g_autofree char *all = g_strdup_printf (_ ("Show all %s"), number);

  gtk_button_set_label (GTK_BUTTON (self->all), self->view != NULL ? _ ("Show fewer") : all);
  gtk_widget_set_visible (self->apart, self->view != NULL);
}

/* A table makes some two hundred rows: only where a person asks for it. */
static void
expand (AccordRelatedCard *self)
{
  self->view = accord_list_view_new_embedded (self->workspace, self->query);
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1,
                               accord_sub_list_estimate_height (GTK_WIDGET (self), self->total));
  g_signal_connect_object (self->view, "record-activated", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (self->card), GTK_WIDGET (self->view), self->list);
  gtk_widget_set_visible (self->list, FALSE);
}

static void
fold (AccordRelatedCard *self)
{
  if (self->view == NULL)
    return;
  gtk_box_remove (GTK_BOX (self->card), GTK_WIDGET (self->view));
  self->view = NULL;
  gtk_widget_set_visible (self->list, TRUE);
}

static void
on_all (AccordRelatedCard *self)
{
  if (self->view != NULL)
    fold (self);
  else
    expand (self);
  label_foot (self);
}

static void
on_apart (AccordRelatedCard *self)
{
  accord_go_to_list (GTK_WIDGET (self), self->query);
}

static GtkWidget *
make_second_line (const AccordStatus *status, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = accord_page_label (words, "second-line");

  if (status != NULL)
    {
      GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", status->icon_name, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (image, status->style_class);
      gtk_box_append (GTK_BOX (box), image);
    }
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_row (AccordRelatedCard *self, AccordRecord *record, const char *title, const AccordStatus *status,
          const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *label = accord_page_label (title, "first-line");
  gint64 id = accord_record_get_id (record);
  g_autofree char *name = *words != '\0' ? g_strdup_printf ("%s, %s", title, words) : g_strdup (title);

  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (*words != '\0')
    gtk_box_append (GTK_BOX (box), make_second_line (status, words));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

/* Only rows that differ are made anew: the one with the focus stays if it says the same. */
static void
show_row (AccordRelatedCard *self, guint position, AccordRecord *record, const char *today)
{
  const AccordStatus *status;
  guint said;
  g_autofree char *title = accord_form_dup_row_title (record, self->field, &said);
  g_autofree char *words = accord_form_dup_second_line (record, self->field, said, &status, today);
  g_autofree char *state = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s\n%s\n%s", accord_record_get_id (record),
                                            title, words, status != NULL ? status->icon_name : "");
  GtkListBoxRow *old = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position);

  if (old != NULL && g_strcmp0 (self->rows->pdata[position], state) == 0)
    return;
  if (old != NULL)
    {
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (old));
      g_ptr_array_remove_index (self->rows, position);
    }
  gtk_list_box_insert (GTK_LIST_BOX (self->list), make_row (self, record, title, status, words), position);
  g_ptr_array_insert (self->rows, position, g_steal_pointer (&state));
}

static void
accord_related_card_dispose (GObject *object)
{
  AccordRelatedCard *self = ACCORD_RELATED_CARD (object);

  self->view = NULL;
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->query, accord_query_unref);

  G_OBJECT_CLASS (accord_related_card_parent_class)->dispose (object);
}

static void
accord_related_card_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_RELATED_CARD (object)->rows);

  G_OBJECT_CLASS (accord_related_card_parent_class)->finalize (object);
}

static void
accord_related_card_class_init (AccordRelatedCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_related_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_related_card_finalize;

  /**
   * AccordRelatedCard::open-record:
   * @kind: the name of a kind
   * @id: a record of it
   *
   * A person wants to see the record of a row.
   */
  signals[OPEN_RECORD] = g_signal_new ("open-record", ACCORD_TYPE_RELATED_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  /**
   * AccordRelatedCard::add:
   *
   * A person wants to add one more.
   */
  signals[ADD] =
      g_signal_new ("add", ACCORD_TYPE_RELATED_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_related_card_init (AccordRelatedCard *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
}

/**
 * accord_related_dup_title:
 * @target: the kind that is referred to
 * @kind: a kind that refers to it
 * @field: index of the field by which it does
 *
 * Returns: (transfer full): what records that do are called: the plural, and the field where there are
 * several ways
 */
char *
accord_related_dup_title (const AccordKind *target, const AccordKind *kind, guint field)
{
  guint ways = 0;

  /* Its title is the partner; seen from the partner it is the alliance that matters. */
  if (strcmp (kind->name, "membership") == 0
      && kind->fields[field].target == kind->fields[kind->title_field].target)
    return g_strdup (field == kind->title_field ? _ ("Partner in") : _ (kind->plural));
  for (guint i = 0; i < kind->n_fields; i++)
    ways += g_strcmp0 (kind->fields[i].target, target->name) == 0;
  if (ways < 2 && kind != target)
    return g_strdup (_ (kind->plural));
  /* Translators: “Transfers: From”: records, and the field by which they refer to what is shown. */
  return g_strdup_printf (_ ("%s: %s"), _ (kind->plural), _ (kind->fields[field].label));
}

static GtkWidget *
add_foot_button (AccordRelatedCard *self, GCallback callback)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "show-all");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->foot), button);
  return button;
}

/**
 * accord_related_card_new:
 * @workspace: where the records are
 * @target: the kind of record that the page shows
 * @kind: a kind that refers to it
 * @field: index of the field by which it does
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
accord_related_card_new (AccordWorkspace *workspace, const AccordKind *target, const AccordKind *kind,
                         guint field)
{
  AccordRelatedCard *self = g_object_new (ACCORD_TYPE_RELATED_CARD, NULL);
  g_autofree char *title = accord_related_dup_title (target, kind, field);
  GtkWidget *head, *add;

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->field = field;
  self->card = accord_page_card (&head, title);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));

  self->count = accord_page_label (NULL, "count");
  gtk_box_append (GTK_BOX (head), self->count);
  add = accord_page_icon_button ("list-add-symbolic", _ (kind->add_label));
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), add);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "card-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, 0);
  gtk_box_append (GTK_BOX (self->card), self->list);

  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->all = add_foot_button (self, G_CALLBACK (on_all));
  self->apart = add_foot_button (self, G_CALLBACK (on_apart));
  gtk_button_set_label (GTK_BUTTON (self->apart), _ ("Open as a list"));
  gtk_box_append (GTK_BOX (self->card), self->foot);
  return GTK_WIDGET (self);
}

/**
 * accord_related_card_show:
 * @self: a card
 * @group: what to show
 * @today: today as an ISO date
 *
 * Shows the records of @group.
 */
void
accord_related_card_show (AccordRelatedCard *self, const AccordRelatedGroup *group, const char *today)
{
  /* Translators: how many records wait for an answer, and how many there are. */
  g_autofree char *count = group->open > 0
                               ? g_strdup_printf (_ ("%d of %d open"), (int) group->open, (int) group->total)
                               : g_strdup_printf ("%d", (int) group->total);

  g_return_if_fail (ACCORD_IS_RELATED_CARD (self));

  for (guint i = 0; i < group->records->len; i++)
    show_row (self, i, group->records->pdata[i], today);
  while (self->rows->len > group->records->len)
    {
      g_ptr_array_remove_index (self->rows, self->rows->len - 1);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (gtk_list_box_get_row_at_index (
                                                          GTK_LIST_BOX (self->list), self->rows->len)));
    }
  gtk_label_set_label (GTK_LABEL (self->count), count);
  self->total = group->total;
  if (self->query == NULL || !accord_query_equal (self->query, group->query))
    {
      fold (self);
      g_clear_pointer (&self->query, accord_query_unref);
      self->query = accord_query_ref (group->query);
    }
  if (group->total <= group->records->len)
    fold (self);
  label_foot (self);
  gtk_widget_set_visible (self->foot, group->total > group->records->len);
}
