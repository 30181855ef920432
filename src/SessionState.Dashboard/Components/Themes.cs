using MudBlazor;

namespace SessionState.Dashboard.Components;

/// <summary>The product's colours. MudBlazor's own miss the contrast that WCAG AA asks for in many places; these keep it in both modes.</summary>
public static class Themes
{
    public static MudTheme App { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b5d66",
            Secondary = "#5b3f9e",
            Info = "#0b5cad",
            Success = "#166339",
            Warning = "#824600",
            Error = "#b3261e",
            Background = "#f3f6f7",
            Surface = "#ffffff",
            AppbarBackground = "#083f46",
            AppbarText = "#eaf6f7",
            TextPrimary = "#14222b",
            TextSecondary = "#475863",
            TextDisabled = "#5a6a74",
            ActionDefault = "#475863",
            ActionDisabled = "#5a6a74",
            LinesDefault = "#d7e0e4",
            LinesInputs = "#7b8b95",
            Divider = "#d7e0e4",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#6ccdd6",
            PrimaryContrastText = "#04272b",
            Secondary = "#c3b1ff",
            SecondaryContrastText = "#1d1240",
            Info = "#8fc7ff",
            InfoContrastText = "#06213d",
            Success = "#7bd99a",
            SuccessContrastText = "#06250f",
            Warning = "#ffc773",
            WarningContrastText = "#2e1a00",
            Error = "#ffb0a8",
            ErrorContrastText = "#3d0703",
            Background = "#0e1417",
            Surface = "#161f23",
            AppbarBackground = "#0b1c20",
            AppbarText = "#e3f1f3",
            TextPrimary = "#e4ebee",
            TextSecondary = "#a9b8c0",
            TextDisabled = "#93a3ab",
            ActionDefault = "#a9b8c0",
            ActionDisabled = "#93a3ab",
            LinesDefault = "#2b383e",
            LinesInputs = "#74868f",
            Divider = "#2b383e",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            // No web font: nothing is fetched, and people read what their system reads best.
            Default = new DefaultTypography
            {
                FontFamily = ["Segoe UI Variable Text", "Segoe UI", "-apple-system", "BlinkMacSystemFont", "Inter", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"],
                FontSize = "0.875rem",
                LineHeight = "1.45",
            },
            Button = new ButtonTypography { TextTransform = "none", FontWeight = "600", LetterSpacing = "0" },
        },
    };
}
