/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/go-back.h"

#include "form/page-parts.h"
#include "past.h"

#include <glib/gi18n-lib.h>

/* A button that gives a record back what it was just after one change, and beneath it why that was refused.
 */
struct _AccordGoBack
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *refusal;

  AccordWorkspace *workspace;
  const AccordKind *kind;
  gint64 id;
  gint64 change;
  char *moment;
};

G_DEFINE_FINAL_TYPE (AccordGoBack, accord_go_back, GTK_TYPE_WIDGET)

typedef struct
{
  const AccordKind *kind;
  gint64 id;
  gint64 change;
} Point;

static gboolean
go_back (AccordWriter *writer, gpointer data, GError **error)
{
  Point *point = data;

  return accord_writer_go_back (writer, point->kind, point->id, point->change, error);
}

static void
on_gone_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordGoBack) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->button == NULL)
    return;
  gtk_widget_set_sensitive (self->button, TRUE);
  gtk_widget_set_visible (self->refusal, error != NULL);
  if (error != NULL)
    gtk_label_set_label (GTK_LABEL (self->refusal), error->message);
  else if (change == NULL)
    {
      gtk_widget_show (self->refusal);
      gtk_label_set_label (GTK_LABEL (self->refusal), _ ("It is what it was then already."));
    }
}

static void
on_clicked (AccordGoBack *self)
{
  Point point = { self->kind, self->id, self->change };
  /* Translators: %s is a day and a time. The name of a change, in the journal and beside “Undo”. */
  g_autofree char *label = g_strdup_printf (_ ("Go back to %s"), self->moment);

  gtk_widget_set_sensitive (self->button, FALSE);
  accord_workspace_write_async (self->workspace, label, go_back, g_memdup2 (&point, sizeof point), g_free,
                                NULL, on_gone_back, g_object_ref (self));
}

static void
accord_go_back_dispose (GObject *object)
{
  AccordGoBack *self = ACCORD_GO_BACK (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->refusal, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_go_back_parent_class)->dispose (object);
}

static void
accord_go_back_finalize (GObject *object)
{
  g_free (ACCORD_GO_BACK (object)->moment);

  G_OBJECT_CLASS (accord_go_back_parent_class)->finalize (object);
}

static void
accord_go_back_class_init (AccordGoBackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_go_back_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_go_back_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
accord_go_back_init (AccordGoBack *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->button = gtk_button_new_with_label (_ ("Go back to this"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "go-back");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->refusal = accord_page_label (NULL, "refusal");
  gtk_widget_hide (self->refusal);
  gtk_widget_set_parent (self->refusal, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
}

/**
 * accord_go_back_new:
 * @workspace: where records are kept
 * @line: a line of a record's history
 *
 * Returns: (transfer floating): a button that makes the record what it was just after that line. It is a
 * change like any other, which can be undone
 */
GtkWidget *
accord_go_back_new (AccordWorkspace *workspace, const AccordHistoryLine *line)
{
  AccordGoBack *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (line != NULL, NULL);

  self = g_object_new (ACCORD_TYPE_GO_BACK, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = line->kind;
  self->id = line->record;
  self->change = line->change;
  self->moment = g_strdup (line->moment);
  /* Translators: %s is a day and a time. */
  name = g_strdup_printf (_ ("Go back to how it was on %s"), line->moment);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
