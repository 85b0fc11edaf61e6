/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/caveats-card.h"

#include "case/caveat-row.h"
#include "caveat-steps.h"
#include "caveat-versions.h"
#include "form/page-parts.h"
#include "form/record-dialog.h"

#include <glib/gi18n-lib.h>

/* The caveats on a business case, in the groups that the resolution has. */
struct _AccordCaveatsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *add;
  GtkWidget *tally;
  GtkWidget *alongside;
  GtkWidget *warning;
  GtkWidget *rows;
  GtkWidget *empty;
  GHashTable *by_id;

  AccordWorkspace *workspace;
  gint64 case_id;
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (AccordCaveatsCard, accord_caveats_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* One row is edited at a time: another that is opened closes it, unless something was typed in it. */
static void
close_others (AccordCaveatsCard *self, AccordCaveatRow *row)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    if (other != row && accord_caveat_row_is_editing (other) && !accord_caveat_row_get_dirty (other))
      accord_caveat_row_close (other);
}

static gboolean
any_dirty (AccordCaveatsCard *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (accord_caveat_row_get_dirty (row))
      return TRUE;
  return FALSE;
}

static void
update_dirty (AccordCaveatsCard *self)
{
  gboolean dirty = any_dirty (self);

  if (dirty == self->dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static void
on_edited (AccordCaveatRow *row, AccordCaveatsCard *self)
{
  if (accord_caveat_row_is_editing (row))
    close_others (self, row);
  update_dirty (self);
}

static void
on_add (AccordCaveatsCard *self)
{
  const AccordKind *kind = accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "caveat");
  g_autoptr (AccordRecord) preset = accord_record_new (kind);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  accord_record_fill_in (preset);
  accord_record_set_ids (preset, "cases", &self->case_id, 1);
  dialog = accord_record_dialog_new (self->workspace, kind, preset);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_count (AccordCaveatsCard *self, const char *icon_name, const char *style_class, guint count,
           const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *words = g_strdup_printf ("%u %s", count, word);

  gtk_widget_add_css_class (image, style_class);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  gtk_box_append (GTK_BOX (self->tally), box);
}

static void
show_tally (AccordCaveatsCard *self, const AccordCaseFile *file, const char *today)
{
  AccordCaveatTally tally = accord_caveat_tally (file->caveats, today);

  accord_page_empty_box (self->tally);
  add_count (self, "accord-status-open-symbolic", "open", tally.n_open, _ ("open"));
  add_count (self, "accord-status-answered-symbolic", "answered", tally.n_answered, _ ("answered"));
  add_count (self, "accord-status-accepted-symbolic", "accepted", tally.n_accepted, _ ("accepted"));
  add_count (self, "accord-status-overdue-symbolic", "overdue", tally.n_overdue, _ ("overdue"));
  gtk_widget_set_visible (self->tally, file->caveats->len > 0);
}

static char *
dup_names (GPtrArray *cases)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < cases->len; i++)
    {
      g_autofree char *name = accord_record_dup_title (cases->pdata[i]);

      g_string_append_printf (names, "%s%s", i == 0 ? "" : i + 1 < cases->len ? ", " : _ (" and "), name);
    }
  return g_string_free (names, FALSE);
}

/* An answer given here is an answer for all of them: a person should know before writing it. */
static void
show_alongside (AccordCaveatsCard *self, const AccordCaseFile *file)
{
  g_autofree char *names = dup_names (file->alongside), *sentence = NULL;

  if (file->alongside->len > 0 && file->caveats->len == 1)
    sentence =
        g_strdup_printf (_ ("The caveat is on %u cases together: this one, %s. An answer counts for all."),
                         file->alongside->len + 1, names);
  else if (file->alongside->len > 0)
    sentence = g_strdup_printf (
        _ ("The %u caveats are on %u cases together: this one, %s. An answer counts for all."),
        file->caveats->len, file->alongside->len + 1, names);
  gtk_label_set_label (GTK_LABEL (self->alongside), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->alongside, sentence != NULL);
}

/* A full business case that goes out with caveats unanswered is told, not refused. */
static void
show_warning (AccordCaveatsCard *self, const AccordCaseFile *file, const char *today)
{
  g_autofree char *warning = accord_case_file_dup_caveats_warning (file, today);

  gtk_label_set_label (GTK_LABEL (self->warning), warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning, warning != NULL);
}

static GtkWidget *
make_group (const char *words, guint count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = accord_page_label (words, "caption-line");
  g_autofree char *number = g_strdup_printf ("%u", count);

  gtk_widget_add_css_class (box, "group-head");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), accord_page_label (number, "count"));
  return box;
}

static guint
group_size (GPtrArray *caveats, const char *group)
{
  guint size = 0;

  for (guint i = 0; i < caveats->len; i++)
    {
      g_autofree char *own = accord_caveat_dup_group (caveats->pdata[i]);

      size += g_strcmp0 (own, group) == 0;
    }
  return size;
}

static GtkWidget *
find_row (AccordCaveatsCard *self, AccordRecord *caveat)
{
  gint64 id = accord_record_get_id (caveat);
  GtkWidget *row = g_hash_table_lookup (self->by_id, &id);

  if (row != NULL)
    return row;
  row = accord_caveat_row_new (self->workspace);
  g_signal_connect_object (row, "edited", G_CALLBACK (on_edited), self, 0);
  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), g_object_ref_sink (row));
  gtk_box_append (GTK_BOX (self->rows), row);
  return row;
}

static void
forget_rows (AccordCaveatsCard *self, GPtrArray *caveats)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, &id, &row))
    {
      gboolean stays = FALSE;

      for (guint i = 0; i < caveats->len && !stays; i++)
        stays = accord_record_get_id (caveats->pdata[i]) == *(gint64 *) id;
      if (stays)
        continue;
      accord_caveat_row_close (row);
      gtk_box_remove (GTK_BOX (self->rows), row);
      g_hash_table_iter_remove (&iter);
    }
}

/* Rows are kept, so that an edit goes on; headings are cheap and made anew. */
static void
remove_headings (AccordCaveatsCard *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->rows);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!ACCORD_IS_CAVEAT_ROW (child))
        gtk_box_remove (GTK_BOX (self->rows), child);
      child = next;
    }
}

static void
show_rows (AccordCaveatsCard *self, GPtrArray *caveats, GHashTable *versions, const char *today)
{
  g_autofree char *last = NULL;
  GtkWidget *previous = NULL;

  forget_rows (self, caveats);
  remove_headings (self);
  for (guint i = 0; i < caveats->len; i++)
    {
      g_autofree char *group = accord_caveat_dup_group (caveats->pdata[i]);
      GtkWidget *row = find_row (self, caveats->pdata[i]);

      /* Those of no group come last, and are none of the group above them. */
      if ((group != NULL || i > 0) && g_strcmp0 (group, last) != 0)
        {
          GtkWidget *heading =
              make_group (group != NULL ? group : _ ("Of no group"), group_size (caveats, group));

          gtk_box_insert_child_after (GTK_BOX (self->rows), heading, previous);
          previous = heading;
        }
      g_free (last);
      last = g_steal_pointer (&group);
      accord_caveat_row_set_version (ACCORD_CAVEAT_ROW (row),
                                     accord_caveat_versions_find (versions, caveats->pdata[i]));
      accord_caveat_row_show (ACCORD_CAVEAT_ROW (row), caveats->pdata[i], today);
      gtk_box_reorder_child_after (GTK_BOX (self->rows), row, previous);
      previous = row;
    }
}

/* Wherever in the card the focus is, the keys mean the row that is edited. */
static gboolean
for_edited (AccordCaveatsCard *self, gboolean (*func) (AccordCaveatRow *))
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (accord_caveat_row_is_editing (row))
      return func (row);
  return FALSE;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  return accord_caveats_card_cancel (ACCORD_CAVEATS_CARD (widget));
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  return accord_caveats_card_save (ACCORD_CAVEATS_CARD (widget));
}

static void
accord_caveats_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, ACCORD_CAVEATS_CARD (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_caveats_card_dispose (GObject *object)
{
  AccordCaveatsCard *self = ACCORD_CAVEATS_CARD (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_caveats_card_parent_class)->dispose (object);
}

static void
accord_caveats_card_class_init (AccordCaveatsCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_caveats_card_get_property;
  object_class->dispose = accord_caveats_card_dispose;

  /**
   * AccordCaveatsCard:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_s, GDK_CONTROL_MASK, on_save_key, NULL);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_caveats_card_init (AccordCaveatsCard *self)
{
  GtkWidget *head;

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->card = accord_page_card (&head, _ ("Caveats"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->tally = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  gtk_widget_add_css_class (self->tally, "tally");
  self->add = accord_page_icon_button ("list-add-symbolic", _ ("Add a caveat"));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->add);
  gtk_box_append (GTK_BOX (self->card), self->tally);
  self->alongside = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->alongside, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->alongside);
  self->warning = accord_page_label (NULL, "notice");
  gtk_widget_add_css_class (self->warning, "inset");
  gtk_widget_set_margin_start (self->warning, 18);
  gtk_widget_set_margin_end (self->warning, 18);
  gtk_widget_set_margin_bottom (self->warning, 9);
  gtk_box_append (GTK_BOX (self->card), self->warning);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "card-lines");
  gtk_box_append (GTK_BOX (self->card), self->rows);
  self->empty = accord_page_label (_ ("No caveat is recorded."), "second-line");
  gtk_widget_add_css_class (self->empty, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->empty);
}

/**
 * accord_caveats_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without caveats
 */
GtkWidget *
accord_caveats_card_new (AccordWorkspace *workspace)
{
  AccordCaveatsCard *self = g_object_new (ACCORD_TYPE_CAVEATS_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * accord_caveats_card_show:
 * @self: a card
 * @file: a business case
 * @versions: (nullable): which version first carried the answer to each, by accord_caveat_versions_read()
 * @today: today as an ISO date
 *
 * Shows the caveats on a case. Another case than before ends an edit.
 */
void
accord_caveats_card_show (AccordCaveatsCard *self, const AccordCaseFile *file, GHashTable *versions,
                          const char *today)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gint64 id = accord_record_get_id (file->record);

  g_return_if_fail (ACCORD_IS_CAVEATS_CARD (self));

  if (id != self->case_id)
    forget_rows (self, none);
  self->case_id = id;
  gtk_widget_set_visible (self->add, !accord_workspace_get_read_only (self->workspace));
  show_tally (self, file, today);
  show_alongside (self, file);
  show_warning (self, file, today);
  show_rows (self, file->caveats, versions, today);
  gtk_widget_set_visible (self->rows, file->caveats->len > 0);
  gtk_widget_set_visible (self->empty, file->caveats->len == 0);
  update_dirty (self);
}

gboolean
accord_caveats_card_get_dirty (AccordCaveatsCard *self)
{
  return self->dirty;
}

/**
 * accord_caveats_card_save:
 * @self: a card
 *
 * Saves the caveat that is being edited.
 *
 * Returns: whether there is one
 */
gboolean
accord_caveats_card_save (AccordCaveatsCard *self)
{
  g_return_val_if_fail (ACCORD_IS_CAVEATS_CARD (self), FALSE);

  return for_edited (self, accord_caveat_row_save);
}

/**
 * accord_caveats_card_cancel:
 * @self: a card
 *
 * Gives up what was typed to the caveat that is being edited.
 *
 * Returns: whether there is one
 */
gboolean
accord_caveats_card_cancel (AccordCaveatsCard *self)
{
  g_return_val_if_fail (ACCORD_IS_CAVEATS_CARD (self), FALSE);

  return for_edited (self, accord_caveat_row_cancel);
}
