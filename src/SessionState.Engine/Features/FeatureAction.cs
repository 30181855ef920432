namespace SessionState.Engine.Features;

internal enum FeatureAction
{
    Add,
    Remove,
    Clear,
}
