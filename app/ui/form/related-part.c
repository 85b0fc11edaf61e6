/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/related-part.h"

#include "form/page-parts.h"
#include "case/document-attach.h"
#include "form/record-dialog.h"
#include "form/related-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The records that refer to the one in view: a card for each way in which some do, and a menu to add one in
 * any way. */
struct _AccordRelatedPart
{
  GtkWidget parent_instance;

  GtkWidget *cards;
  GtkWidget *add;

  AccordWorkspace *workspace;
  AccordRecord *record;
  GHashTable *shown;
};

G_DEFINE_FINAL_TYPE (AccordRelatedPart, accord_related_part, GTK_TYPE_WIDGET)

enum
{
  OPEN_RECORD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_open_record (GtkWidget *card, const char *kind, gint64 id, AccordRelatedPart *self)
{
  g_signal_emit (self, signals[OPEN_RECORD], 0, kind, id);
}

static AccordRecord *
make_preset (AccordRelatedPart *self, const AccordKind *kind, guint field)
{
  AccordRecord *preset = accord_record_new (kind);
  gint64 id = accord_record_get_id (self->record);

  if (kind->fields[field].type == ACCORD_FIELD_REFERENCES)
    accord_record_put_ids (preset, field, &id, 1);
  else
    accord_record_put_int (preset, field, id);
  return preset;
}

static void
add_record (AccordRelatedPart *self, const AccordKind *kind, guint field)
{
  g_autoptr (AccordRecord) preset = make_preset (self, kind, field);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (accord_document_is_attached (kind))
    {
      accord_document_ask_and_attach (GTK_WIDGET (self), self->workspace, preset);
      return;
    }
  dialog = accord_record_dialog_new (self->workspace, kind, preset);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
find_way (AccordRelatedPart *self, const char *key, const AccordKind **kind, guint *field)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", 2);

  *kind = accord_schema_find_kind (accord_workspace_get_schema (self->workspace), parts[0]);
  if (*kind == NULL || parts[1] == NULL || accord_kind_find_field (*kind, parts[1]) < 0)
    return FALSE;
  *field = accord_kind_find_field (*kind, parts[1]);
  return TRUE;
}

static void
add_by_key (AccordRelatedPart *self, const char *key)
{
  const AccordKind *kind;
  guint field;

  if (self->record != NULL && find_way (self, key, &kind, &field))
    add_record (self, kind, field);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_by_key (ACCORD_RELATED_PART (widget), g_variant_get_string (parameter, NULL));
}

static void
on_add (GtkWidget *card, AccordRelatedPart *self)
{
  add_by_key (self, g_object_get_data (G_OBJECT (card), "accord-key"));
}

static void
accord_related_part_dispose (GObject *object)
{
  AccordRelatedPart *self = ACCORD_RELATED_PART (object);

  g_hash_table_remove_all (self->shown);
  g_clear_pointer (&self->cards, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_related_part_parent_class)->dispose (object);
}

static void
accord_related_part_finalize (GObject *object)
{
  g_hash_table_unref (ACCORD_RELATED_PART (object)->shown);

  G_OBJECT_CLASS (accord_related_part_parent_class)->finalize (object);
}

static void
accord_related_part_class_init (AccordRelatedPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_related_part_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_related_part_finalize;

  /**
   * AccordRelatedPart::open-record:
   * @kind: the name of a kind
   * @id: a record of it
   *
   * A person wants to see a record that is listed here.
   */
  signals[OPEN_RECORD] = g_signal_new ("open-record", ACCORD_TYPE_RELATED_PART, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "related.add", "s", add_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
accord_related_part_init (AccordRelatedPart *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->cards, GTK_WIDGET (self));
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add), _ ("Add something related"));
  /* The button inside takes its name from its words as well, and would say them twice. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->add)),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->add)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add something related"), -1);
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

/**
 * accord_related_part_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a part of a page for the records that refer to the one in view
 */
GtkWidget *
accord_related_part_new (AccordWorkspace *workspace)
{
  AccordRelatedPart *self = g_object_new (ACCORD_TYPE_RELATED_PART, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static void
forget_record (AccordRelatedPart *self)
{
  g_hash_table_remove_all (self->shown);
  accord_page_empty_box (self->cards);
}

static GtkWidget *
add_card (AccordRelatedPart *self, const AccordKind *target, const AccordRelatedGroup *group, const char *key)
{
  GtkWidget *card = accord_related_card_new (self->workspace, target, group->kind, group->field);

  g_object_set_data_full (G_OBJECT (card), "accord-key", g_strdup (key), g_free);
  g_signal_connect_object (card, "open-record", G_CALLBACK (on_open_record), self, 0);
  g_signal_connect_object (card, "add", G_CALLBACK (on_add), self, 0);
  g_hash_table_insert (self->shown, g_strdup (key), card);
  return card;
}

static GtkWidget *
show_group (AccordRelatedPart *self, const AccordKind *target, const AccordRelatedGroup *group,
            GtkWidget *after, const char *today)
{
  g_autofree char *key = accord_related_group_dup_key (group->kind, group->field);
  GtkWidget *card = g_hash_table_lookup (self->shown, key);

  if (group->total == 0)
    {
      if (card != NULL)
        {
          g_hash_table_remove (self->shown, key);
          gtk_box_remove (GTK_BOX (self->cards), card);
        }
      return after;
    }
  if (card == NULL)
    {
      card = add_card (self, target, group, key);
      gtk_box_insert_child_after (GTK_BOX (self->cards), card, after);
    }
  accord_related_card_show (ACCORD_RELATED_CARD (card), group, today);
  return card;
}

static void
fill_menu (AccordRelatedPart *self, const AccordKind *target, GPtrArray *groups)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      const AccordRelatedGroup *group = groups->pdata[i];
      g_autofree char *key = accord_related_group_dup_key (group->kind, group->field);
      g_autofree char *title = accord_related_dup_title (target, group->kind, group->field);
      g_autoptr (GMenuItem) item = NULL;

      /* A source is named where a fact is, not the other way round. */
      if (group->kind->fields[group->field].flags & ACCORD_FIELD_FACT)
        continue;
      item = g_menu_item_new (strchr (title, ':') != NULL ? title : _ (group->kind->add_label), NULL);
      g_menu_item_set_action_and_target (item, "related.add", "s", key);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->add, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0
                                         && !accord_workspace_get_read_only (self->workspace));
}

/**
 * accord_related_part_show:
 * @self: the related part of a page
 * @record: the record in view
 * @data: what was read about it
 * @today: today as an ISO date
 *
 * Shows who refers to @record. Cards that say the same stay as they are.
 */
void
accord_related_part_show (AccordRelatedPart *self, AccordRecord *record, AccordPageData *data,
                          const char *today)
{
  const AccordKind *target = accord_record_get_kind (record);
  GtkWidget *after = NULL;

  g_return_if_fail (ACCORD_IS_RELATED_PART (self));

  if (record != self->record)
    {
      forget_record (self);
      g_set_object (&self->record, record);
      fill_menu (self, target, data->groups);
    }
  for (guint i = 0; i < data->groups->len; i++)
    {
      const AccordRelatedGroup *group = data->groups->pdata[i];
      g_autofree char *key = accord_related_group_dup_key (group->kind, group->field);

      if (!accord_page_kind_has_group (data->page, key)
          && (data->documents == NULL || !g_str_equal (group->kind->name, "document")))
        after = show_group (self, target, group, after, today);
    }
  gtk_widget_set_visible (self->cards, after != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), after != NULL || gtk_widget_get_visible (self->add));
}
