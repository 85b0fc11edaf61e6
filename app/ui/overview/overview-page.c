/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-page.h"

/* What needs a person today. */
struct _AccordOverviewPage
{
  GtkWidget parent_instance;

  AccordWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (AccordOverviewPage, accord_overview_page, GTK_TYPE_WIDGET)

static void
accord_overview_page_dispose (GObject *object)
{
  g_clear_object (&ACCORD_OVERVIEW_PAGE (object)->workspace);

  G_OBJECT_CLASS (accord_overview_page_parent_class)->dispose (object);
}

static void
accord_overview_page_class_init (AccordOverviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_overview_page_dispose;
}

static void
accord_overview_page_init (AccordOverviewPage *self)
{
}

/**
 * accord_overview_page_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a page that says what needs the person today
 */
GtkWidget *
accord_overview_page_new (AccordWorkspace *workspace)
{
  AccordOverviewPage *self = g_object_new (ACCORD_TYPE_OVERVIEW_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}
