/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "spend-layout.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_IMPORT_COLUMNS (accord_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportColumns, accord_import_columns, ACCORD, IMPORT_COLUMNS, AdwPreferencesGroup)

void accord_import_columns_show (AccordImportColumns *self, AccordSpendLayout *layout);

void accord_combo_row_speak_value (AdwComboRow *row);

G_END_DECLS
