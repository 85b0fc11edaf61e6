/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/detail-page.h"

#include "form/keyboard-stack.h"
#include "form/page-parts.h"
#include "form/record-page.h"
#include "list/skeleton.h"
#include "store/error.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Before this, a page that loads would only flicker. */
#define PATIENCE_MS 150

/* What a person sees of one record: the page itself, or why there is none. */
struct _AccordDetailPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *deleted_bar;
  GtkWidget *stack;
  GtkWidget *page;
  GtkWidget *failure;

  AccordWorkspace *workspace;
  const AccordKind *kind;
  gint64 id;
  AccordRecord *record;
  AccordPageData *data;
  GSignalGroup *record_signals;
  GCancellable *loading;
  GCancellable *reading;
  guint patience;
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (AccordDetailPage, accord_detail_page, GTK_TYPE_WIDGET)

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

static void
stop (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
show_state (AccordDetailPage *self, const char *name)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  accord_keyboard_stack_show (GTK_STACK (self->stack), name, FALSE);
}

static void
refresh (AccordDetailPage *self)
{
  accord_record_page_show (ACCORD_RECORD_PAGE (self->page), self->record, self->data);
  gtk_widget_set_visible (self->deleted_bar, accord_record_get_deleted (self->record) != NULL);
}

static void
on_data (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordDetailPage) self = user_data;
  g_autoptr (GError) error = NULL;
  AccordPageData *data = accord_page_data_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (data == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("Reading what belongs to a record: %s", error->message);
      return;
    }
  /* An answer may come after it was given up. */
  if (self->record == NULL || data->kind != self->kind || data->id != self->id)
    {
      accord_page_data_free (data);
      return;
    }
  g_clear_pointer (&self->data, accord_page_data_free);
  self->data = data;
  refresh (self);
}

/* What stands around the record follows it a moment later; until then the page shows what it has. */
static void
read_data (AccordDetailPage *self)
{
  stop (&self->reading);
  self->reading = g_cancellable_new ();
  accord_page_data_read_async (self->workspace, self->kind, self->id, self->reading, on_data,
                               g_object_ref (self));
}

static void
on_changed (AccordWorkspace *workspace, AccordChange *change, AccordDetailPage *self)
{
  AccordSchema *schema = accord_workspace_get_schema (workspace);
  gboolean concerned;

  if (self->record == NULL)
    return;
  concerned = accord_change_touches (change, self->kind, self->id);
  for (guint i = 0; !concerned && i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, i);

      concerned = accord_change_touches_kind (change, kind)
                  && (accord_schema_refers_to (schema, kind, self->kind->name)
                      || accord_page_kind_depends_on (accord_page_kind_find (self->kind->name), kind->name));
    }
  if (concerned)
    read_data (self);
}

static void
show_failure (AccordDetailPage *self, const GError *error)
{
  if (g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND))
    {
      show_state (self, "missing");
      return;
    }
  adw_status_page_set_description (ADW_STATUS_PAGE (self->failure), error->message);
  show_state (self, "error");
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordDetailPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRecord) record =
      accord_workspace_get_record_finish (ACCORD_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;
  if (record == NULL)
    {
      show_failure (self, error);
      return;
    }
  if (accord_record_get_kind (record) != self->kind || accord_record_get_id (record) != self->id)
    return;
  g_clear_pointer (&self->data, accord_page_data_free);
  g_set_object (&self->record, record);
  g_signal_group_set_target (self->record_signals, record);
  refresh (self);
  show_state (self, "ready");
  read_data (self);
}

static gboolean
on_patience (gpointer data)
{
  AccordDetailPage *self = data;

  self->patience = 0;
  accord_keyboard_stack_show (GTK_STACK (self->stack), "loading", TRUE);
  return G_SOURCE_REMOVE;
}

static void
load (AccordDetailPage *self)
{
  stop (&self->loading);
  stop (&self->reading);
  g_clear_handle_id (&self->patience, g_source_remove);
  self->loading = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE_MS, on_patience, self);
  accord_workspace_get_record_async (self->workspace, self->kind, self->id, self->loading, on_loaded,
                                     g_object_ref (self));
}

static gboolean
restore_record (AccordWriter *writer, gpointer data, GError **error)
{
  AccordRecord *record = data;

  return accord_writer_restore (writer, accord_record_get_kind (record), accord_record_get_id (record),
                                error);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordDetailPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (change == NULL && self->stack != NULL)
    show_failure (self, error);
}

static void
on_restore (AccordDetailPage *self)
{
  g_autofree char *title = accord_record_dup_title (self->record);
  /* Translators: %s is the name of a record. */
  g_autofree char *label = g_strdup_printf (_ ("Restore %s"), title);

  accord_workspace_write_async (self->workspace, label, restore_record, accord_record_copy (self->record),
                                g_object_unref, NULL, on_restored, g_object_ref (self));
}

static void
on_open_record (GtkWidget *page, const char *kind, gint64 id, AccordDetailPage *self)
{
  g_signal_emit (self, signals[OPEN_RECORD], 0, kind, id);
}

static void
on_page_dirty (AccordDetailPage *self)
{
  g_object_get (self->page, "dirty", &self->dirty, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordDetailPage *self = ACCORD_DETAIL_PAGE (widget);

  return self->record != NULL && accord_record_page_cancel (ACCORD_RECORD_PAGE (self->page));
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  accord_detail_page_save (ACCORD_DETAIL_PAGE (widget));
  return TRUE;
}

static void
accord_detail_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, ACCORD_DETAIL_PAGE (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_detail_page_dispose (GObject *object)
{
  AccordDetailPage *self = ACCORD_DETAIL_PAGE (object);

  stop (&self->loading);
  stop (&self->reading);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->record_signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->stack = NULL;
  g_clear_pointer (&self->data, accord_page_data_free);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_detail_page_parent_class)->dispose (object);
}

static void
accord_detail_page_class_init (AccordDetailPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = accord_detail_page_get_property;
  object_class->dispose = accord_detail_page_dispose;

  /**
   * AccordDetailPage:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AccordDetailPage::open-record:
   * @kind: the name of a kind
   * @id: a record of it
   *
   * A person wants to see a record that this one speaks of, or that speaks of this one.
   */
  signals[OPEN_RECORD] = g_signal_new ("open-record", ACCORD_TYPE_DETAIL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, on_save_key, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_deleted_bar (AccordDetailPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = accord_page_label (_ ("This was deleted. Lists and sums leave it out."), NULL);
  GtkWidget *restore = accord_page_button (_ ("_Restore"));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (bar, "notice");
  gtk_widget_set_visible (bar, FALSE);
  gtk_widget_set_valign (restore, GTK_ALIGN_CENTER);
  g_signal_connect_object (restore, "clicked", G_CALLBACK (on_restore), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), restore);
  return bar;
}

static GtkWidget *
make_status (const char *icon_name, const char *title, const char *description)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", icon_name, "title", title, "description",
                       description, NULL);
}

static GtkWidget *
make_skeleton (void)
{
  GtkWidget *skeleton = g_object_new (ACCORD_TYPE_SKELETON, NULL);

  accord_skeleton_set_two_lines (ACCORD_SKELETON (skeleton), TRUE);
  gtk_widget_add_css_class (skeleton, "page-column");
  gtk_accessible_update_property (GTK_ACCESSIBLE (skeleton), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Loading"),
                                  -1);
  return skeleton;
}

static void
accord_detail_page_init (AccordDetailPage *self)
{
  GtkWidget *retry = accord_page_button (_ ("_Try again"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->deleted_bar = make_deleted_bar (self);
  gtk_box_append (GTK_BOX (self->box), self->deleted_bar);

  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  self->failure = make_status ("dialog-warning-symbolic", _ ("This could not be read"), NULL);
  gtk_widget_set_halign (retry, GTK_ALIGN_CENTER);
  g_signal_connect_object (retry, "clicked", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  adw_status_page_set_child (ADW_STATUS_PAGE (self->failure), retry);
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "blank");
  gtk_stack_add_named (GTK_STACK (self->stack), make_skeleton (), "loading");
  gtk_stack_add_named (GTK_STACK (self->stack), self->failure, "error");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      make_status ("edit-find-symbolic", _ ("Not here"), _ ("It is not in this workspace, or no longer.")),
      "missing");

  self->record_signals = g_signal_group_new (ACCORD_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "notify", G_CALLBACK (refresh), self);
}

/**
 * accord_detail_page_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GtkWidget *
accord_detail_page_new (AccordWorkspace *workspace)
{
  AccordDetailPage *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_DETAIL_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->page = accord_record_page_new (workspace);
  gtk_stack_add_named (GTK_STACK (self->stack), self->page, "ready");
  g_signal_connect_object (self->page, "open-record", G_CALLBACK (on_open_record), self, 0);
  g_signal_connect_object (self->page, "notify::dirty", G_CALLBACK (on_page_dirty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * accord_detail_page_show:
 * @self: a page
 * @kind: a kind
 * @id: a record of it
 *
 * Shows a record. Ask before when the page is dirty: another record ends the edit. The same record again
 * changes nothing.
 */
void
accord_detail_page_show (AccordDetailPage *self, const AccordKind *kind, gint64 id)
{
  g_return_if_fail (ACCORD_IS_DETAIL_PAGE (self));
  g_return_if_fail (kind != NULL);

  if (kind == self->kind && id == self->id && self->record != NULL)
    return;
  accord_detail_page_cancel (self);
  self->kind = kind;
  self->id = id;
  g_signal_group_set_target (self->record_signals, NULL);
  g_clear_object (&self->record);
  load (self);
}

gint64
accord_detail_page_get_id (AccordDetailPage *self)
{
  g_return_val_if_fail (ACCORD_IS_DETAIL_PAGE (self), 0);

  return self->id;
}

/**
 * accord_detail_page_dup_title:
 * @self: a page
 *
 * Returns: (transfer full): what the record is called; empty while there is none
 */
char *
accord_detail_page_dup_title (AccordDetailPage *self)
{
  g_return_val_if_fail (ACCORD_IS_DETAIL_PAGE (self), NULL);

  return self->record != NULL ? accord_record_dup_title (self->record) : g_strdup ("");
}

/**
 * accord_detail_page_edit:
 * @self: a page
 *
 * Turns the first section into fields.
 */
void
accord_detail_page_edit (AccordDetailPage *self)
{
  g_return_if_fail (ACCORD_IS_DETAIL_PAGE (self));

  if (self->record != NULL)
    accord_record_page_edit (ACCORD_RECORD_PAGE (self->page));
}

/**
 * accord_detail_page_save:
 * @self: a page
 *
 * Writes what was typed; #AccordDetailPage:dirty says when that is done. What is refused is said beside its
 * field.
 */
void
accord_detail_page_save (AccordDetailPage *self)
{
  g_return_if_fail (ACCORD_IS_DETAIL_PAGE (self));

  accord_record_page_save (ACCORD_RECORD_PAGE (self->page));
}

/**
 * accord_detail_page_cancel:
 * @self: a page
 *
 * Forgets what was typed.
 */
void
accord_detail_page_cancel (AccordDetailPage *self)
{
  g_return_if_fail (ACCORD_IS_DETAIL_PAGE (self));

  accord_record_page_cancel (ACCORD_RECORD_PAGE (self->page));
}
