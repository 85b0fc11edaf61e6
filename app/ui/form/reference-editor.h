/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/field-editor.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REFERENCE_EDITOR (accord_reference_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordReferenceEditor, accord_reference_editor, ACCORD, REFERENCE_EDITOR,
                      AccordFieldEditor)

G_END_DECLS
